import { Trans, useLingui } from '@lingui/react/macro';
import type { History as Acts, Post } from '@teahouse/contract/talk';
import { decodeBody, decodeHeader, fromBase64url, toBase64url } from '@teahouse/protocol';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useCalled } from '../text/use-called.tsx';
import { Words } from '../text/words.tsx';
import { talk } from './api.ts';
import { createReading, useReading } from './reading.ts';
import { useThread } from './thread-context.ts';

interface Wording {
  readonly text: string;
  readonly lang?: 'zh' | 'en' | undefined;
  readonly mentions: readonly string[];
}

/** What an act said; null where its body is gone or has no words. */
function wordingOf(act: Acts['acts'][number]): Wording | null {
  if (act.body === null) return null;
  const body = decodeBody(decodeHeader(fromBase64url(act.header)), fromBase64url(act.body));
  if (typeof body.text !== 'string') return null;
  return { text: body.text, lang: body.lang, mentions: (body.mentions ?? []).map(toBase64url) };
}

/** An earlier wording, painted as the post itself is. */
function Earlier({ wording: { text, lang, mentions }, seq }: { wording: Wording; seq: number }) {
  return <Words text={text} lang={lang} called={useCalled(mentions, seq)} />;
}

/** The earlier wordings of a post. Each was signed, so none can have been put in later. */
export function History({ post }: { post: Post }) {
  const { view } = useThread();
  const { t } = useLingui();
  const { room } = view.thread;
  const [reading] = useState(() =>
    createReading({ read: () => talk.history({ params: { room, post: post.id } }) }),
  );
  const { data, error } = useReading(reading);
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <p className="shimmer text-[0.9rem] text-ink-2">{t`Fetching the earlier wordings…`}</p>;
  const earlier = data.acts.slice(0, -1);
  return (
    <div className="rise mb-2 border-l-2 border-line pl-3">
      <p className="text-[0.85rem] text-ink-2">
        <Trans>Earlier wordings, oldest first, each signed by the same alias:</Trans>
      </p>
      <ol className="list-decimal space-y-2 pt-1 pl-5 text-[0.93rem] text-ink-2">
        {earlier.map((act) => {
          const wording = wordingOf(act);
          return <li key={act.id}>{wording ? <Earlier wording={wording} seq={post.seq} /> : null}</li>;
        })}
      </ol>
    </div>
  );
}
