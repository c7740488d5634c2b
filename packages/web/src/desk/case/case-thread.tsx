import { Trans } from '@lingui/react/macro';
import { presentAliases } from '@teahouse/client/talk/present';
import type { CaseView } from '@teahouse/contract/desk';
import { useEffect, useMemo } from 'react';
import { langTag, setTitle } from '../../talk/read/lang.ts';
import { useRoomName } from '../queue/use-names.ts';
import { CompanyAnswer } from './company-answer.tsx';
import { DeskPost } from './desk-post.tsx';

/** The thread around the post, in the order in which it was said, with the post itself in the middle of the screen. */
export function CaseThread({ view, open }: { view: CaseView; open: boolean }) {
  const { case: it, thread, posts, aliases } = view;
  const roomName = useRoomName();
  const presented = useMemo(() => presentAliases({ posts, aliases }), [posts, aliases]);
  const bySpeaker = useMemo(() => new Map(aliases.map((alias) => [alias.pseudonym, alias])), [aliases]);
  const places = useMemo(() => new Map(posts.map(({ id, seq }) => [id, seq])), [posts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each case, not for each reading of it
  useEffect(() => {
    const marked = document.querySelector('main [data-marked]');
    // A short thread stays as it is: its head says where one is.
    if (marked && marked.getBoundingClientRect().bottom > innerHeight)
      marked.scrollIntoView({ block: 'center' });
  }, [it.post]);
  return (
    <section>
      <h2 lang={langTag(thread.lang, thread.title)} className="text-[1.1rem]">
        {thread.title === '' ? <Trans>A thread whose title is gone</Trans> : setTitle(thread.title)}
      </h2>
      <p className="text-[0.85rem] text-ink-2">
        {roomName(thread.room)}
        {thread.order.locked ? (
          <>
            {' · '}
            <Trans>locked</Trans>
          </>
        ) : null}
        {thread.order.slowMinutes > 0 ? (
          <>
            {' · '}
            <Trans>slowed down to one post in {thread.order.slowMinutes} minutes</Trans>
          </>
        ) : null}
      </p>
      <CompanyAnswer answer={view.answer} />
      <ol className="mt-3 divide-y divide-line border-y border-line">
        {[...posts]
          .sort((a, b) => a.seq - b.seq)
          .map((post) => {
            const answers = post.parent === null ? undefined : places.get(post.parent);
            return (
              <li key={post.id}>
                <DeskPost
                  post={post}
                  room={it.room}
                  alias={bySpeaker.get(post.pseudonym)}
                  presented={presented.get(post.pseudonym)}
                  marked={post.id === it.post}
                  answers={answers === 0 ? undefined : answers}
                  open={open && post.id === it.post}
                />
              </li>
            );
          })}
      </ol>
    </section>
  );
}
