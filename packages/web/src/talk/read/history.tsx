import { Trans, useLingui } from '@lingui/react/macro';
import type { History as Acts, Post } from '@teahouse/contract/talk';
import { decodeBody, decodeHeader, fromBase64url } from '@teahouse/protocol';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { talk } from './api.ts';
import { langTag } from './lang.ts';
import { createReading, useReading } from './reading.ts';
import { useThread } from './thread-context.ts';

function wordsOf(act: Acts['acts'][number]): string {
  if (act.body === null) return '';
  const body = decodeBody(decodeHeader(fromBase64url(act.header)), fromBase64url(act.body));
  return 'text' in body && typeof body.text === 'string' ? body.text : '';
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
          const words = wordsOf(act);
          return (
            <li key={act.id} lang={langTag(null, words)} className="whitespace-pre-line">
              {words}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
