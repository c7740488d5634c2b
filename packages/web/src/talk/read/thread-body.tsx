import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { presentAliases } from '@teahouse/client/talk/present';
import type { Alias, ThreadView } from '@teahouse/contract/talk';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useHolder, useWalletHere } from '../../holder/use-holder.ts';
import { loadCatalog } from '../../shell/locale.ts';
import { Mask } from '../../ui/mask.tsx';
import { SlotTime } from '../../ui/time.tsx';
import { useName } from '../../ui/use-name.ts';
import { useMarkSeen } from '../find/device/seen.ts';
import { useSaw } from '../inbox/use-saw.ts';
import { subjectOf } from '../votes/counts.ts';
import { Face, useAliasName } from './face.tsx';
import { langTag, setTitle } from './lang.ts';
import { EarlierReplies, FollowLinks, LaterReplies, ToNewest } from './long-ends.tsx';
import { isLong } from './long-thread.ts';
import { NewChip } from './new-chip.tsx';
import { FirstPost, Reply } from './post.tsx';
import { useReading } from './reading.ts';
import { rooms as roomsReading } from './readings.ts';
import { ThreadContext, type ThreadContextValue, type Writing } from './thread-context.ts';
import { lineOf, treeOf } from './tree.ts';
import type { Live } from './use-live-thread.ts';

const ReplyDock = lazy(async () => {
  const [{ ReplyDock }] = await Promise.all([import('../write/reply-dock.tsx'), loadCatalog('write')]);
  return { default: ReplyDock };
});

/** Only of a thread about a company, in a room that everybody reads. */
const OfficialPart = lazy(async () => {
  const { loadOfficial } = await import('../official/load.ts');
  return { default: (await loadOfficial()).OfficialPart };
});

function RoomLink({ id }: { id: string }) {
  const name = useName();
  const rooms = useReading(roomsReading);
  const room = rooms.data?.find((entry) => entry.id === id);
  return (
    <Link
      to="/r/$room"
      params={{ room: id }}
      className="inline-flex min-h-11 items-center text-celadon hover:underline"
    >
      {room ? name(room.name) : '…'}
    </Link>
  );
}

/** Everyone who speaks in this thread, so that a face can be found again. */
function Company({ value }: { value: ThreadContextValue }) {
  const aliasName = useAliasName();
  const spoke = [...value.presented].map(([pseudonym, presented]) => ({
    pseudonym,
    presented,
    posts: value.view.posts.filter((post) => post.pseudonym === pseudonym),
  }));
  return (
    <aside className="hidden pt-16 lg:block">
      <div className="sticky top-8">
        <h2 className="text-[0.98rem]">
          <Plural value={spoke.length} one="# mask in this thread" other="# masks in this thread" />
        </h2>
        <p className="mt-1 max-w-60 text-[0.85rem] text-ink-2">
          <Trans>Each is one person, here and nowhere else.</Trans>
        </p>
        <ul className="mt-4 grid max-h-[70vh] max-w-64 grid-cols-4 gap-1 overflow-y-auto">
          {spoke.map(({ pseudonym, presented, posts }) => (
            <li key={pseudonym}>
              <a
                href={`#p-${posts[0]?.id ?? ''}`}
                aria-label={aliasName(presented)}
                title={aliasName(presented)}
                className="grid place-items-center rounded-lg p-2 hover:bg-paper-2"
              >
                <Mask bytes={presented.mask} size={38} />
              </a>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}

function useThreadValue(view: ThreadView, live: Live): ThreadContextValue {
  const holder = useHolder();
  const here = useWalletHere();
  const [writing, setWriting] = useState<Writing | null>(null);
  return useMemo(
    () => ({
      view,
      presented: presentAliases(view),
      aliases: new Map(view.aliases.map((alias) => [alias.pseudonym, alias])),
      isMine: (alias: Alias) => here && (holder?.aliases.isMine(view.thread.id, alias.publicKey) ?? false),
      writing,
      setWriting,
      arrived: live.arrived,
    }),
    [view, live.arrived, holder, here, writing],
  );
}

/** A thread that has arrived. */
export function ThreadBody({ view, live }: { view: ThreadView; live: Live }) {
  const value = useThreadValue(view, live);
  useSaw(view);
  const long = isLong(view);
  const tree = useMemo(() => (long ? lineOf(view.posts) : treeOf(view.posts)), [long, view.posts]);
  const { t } = useLingui();
  const { thread } = view;
  const rooms = useReading(roomsReading).data;
  useMarkSeen(thread, rooms?.find(({ id }) => id === thread.room)?.access === 'public');
  const first = view.posts.find((post) => post.seq === 0);
  const room = rooms?.find(({ id }) => id === thread.room);
  const subject = room?.access === 'public' ? subjectOf(room, thread.opener.label) : null;
  const face = value.presented.get(thread.opener.pseudonym);
  const title = first?.body?.title ?? thread.title;
  return (
    <ThreadContext value={value}>
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-20 lg:grid-cols-[minmax(0,42rem)_1fr]">
        <div className="min-w-0">
          <article>
            <p className="pt-3 sm:pt-5">
              <RoomLink id={thread.room} />
            </p>
            <h1 lang={langTag(thread.lang, title)} className="pt-1 pb-4">
              {first?.deleted
                ? t`A thread that its author took back`
                : thread.order.state === 'shown'
                  ? setTitle(title)
                  : t`A thread that is not shown`}
            </h1>
            {face ? (
              <Face
                alias={thread.opener}
                presented={face}
                size={48}
                opener
                mine={value.isMine(thread.opener)}
                meta={<SlotTime slot={thread.slot} />}
              />
            ) : null}
            {first ? <FirstPost post={first} /> : null}
            {subject === null ? null : (
              <Suspense>
                <OfficialPart company={subject} />
              </Suspense>
            )}
          </article>
          <section aria-label={t`Replies`} className="pt-7">
            <p className="flex flex-wrap items-baseline gap-x-3 pb-3 text-[0.92rem] text-ink-2">
              <span>
                <Plural value={thread.replies} _0="No reply yet" one="# reply" other="# replies" />
              </span>
              <ToNewest />
              {live.lost ? (
                <span role="status">
                  <Trans>The live line is down; it comes back by itself.</Trans>
                </span>
              ) : null}
            </p>
            <EarlierReplies />
            <ol className={long ? 'long-thread' : ''}>
              {tree.map((branch) => (
                <Reply key={branch.post.id} branch={branch} />
              ))}
            </ol>
            <LaterReplies />
            {thread.replies === 0 ? (
              <p className="border-t border-line py-6 text-ink-2">
                <Trans>Nobody has answered yet. Whoever does gets a mask of their own for this thread.</Trans>
              </p>
            ) : null}
          </section>
          <FollowLinks />
          <NewChip />
          <Suspense fallback={<div className="min-h-24" />}>
            <ReplyDock />
          </Suspense>
        </div>
        <Company value={value} />
      </div>
    </ThreadContext>
  );
}
