import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CaseView } from '@teahouse/contract/desk';
import { useState } from 'react';
import { Words } from '../../talk/text/words.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { caseQuery } from '../data/queries.ts';
import { useKeys } from '../frame/use-keys.ts';
import { State } from '../queue/chips.tsx';
import { useRoomName } from '../queue/use-names.ts';
import { deskWords } from '../words/error-words.ts';

type Like = CaseView['similar'][number];

/** The other post in full; its first words until it has come. */
function Other({ like }: { like: Like }) {
  const roomName = useRoomName();
  const { data, error } = useQuery(caseQuery(like.room, like.post));
  const body = data?.posts.find(({ id }) => id === like.post)?.body;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-[0.84rem] text-ink-2">
        {roomName(like.room)}
        <State state={like.state} />
      </p>
      <Words text={body?.text ?? like.excerpt} lang={body?.lang} className="text-[0.95rem]" />
      {error ? <ErrorNotice error={error} words={deskWords} /> : null}
      <Link
        to="/desk/case/$room/$post"
        params={{ room: like.room, post: like.post }}
        preload={false}
        className="act"
      >
        <Trans>Open its case</Trans>
      </Link>
    </>
  );
}

/**
 * Posts with nearly the same words, one at a time beside this one: on a phone below it. That words are alike says
 * nothing about who wrote them, and the page says so.
 */
export function Similar({ view }: { view: CaseView }) {
  const { t } = useLingui();
  const { similar } = view;
  const [place, setPlace] = useState(0);
  const total = similar.length;
  const go = (by: number) => setPlace((place + by + total) % total);
  useKeys(total > 0 ? { s: () => go(1) } : {});
  const like = similar[place] ?? similar[0];
  if (!like) return null;
  const own = view.posts.find(({ id }) => id === view.case.post)?.body;
  const n = place + 1;
  return (
    <section data-similar className="mt-8">
      <div className="flex flex-wrap items-center gap-x-4">
        <h2 className="text-[1.1rem]">
          <Trans>Nearly the same words</Trans>
        </h2>
        <p className="tabular text-[0.88rem] text-ink-2" aria-live="polite">
          {t`${n} of ${total}`}
        </p>
        {total > 1 ? (
          <span className="flex gap-4">
            <button type="button" className="act" onClick={() => go(-1)}>
              <Trans>Before</Trans>
            </button>
            <button type="button" className="act" onClick={() => go(1)}>
              <Trans>Next</Trans>
            </button>
          </span>
        ) : null}
      </div>
      <p className="text-[0.86rem] text-ink-2">
        <Trans>Alike in words. Whether one person wrote both, nobody here can know.</Trans>
      </p>
      <div className="mt-3 grid gap-4 md:grid-cols-2">
        <div className="border-l-4 border-cinnabar pl-3">
          <p className="text-[0.84rem] text-ink-2">
            <Trans>This post</Trans>
          </p>
          <Words text={own?.text ?? view.case.excerpt} lang={own?.lang} className="text-[0.95rem]" />
        </div>
        <div key={like.post} className="border-l-4 border-line pl-3">
          <Other like={like} />
        </div>
      </div>
    </section>
  );
}
