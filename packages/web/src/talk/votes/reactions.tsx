import { Trans, useLingui } from '@lingui/react/macro';
import type { OwnReaction, Teahouse } from '@teahouse/client';
import type { Post, Reaction } from '@teahouse/contract/talk';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { loadCatalog } from '../../shell/locale.ts';
import { Mask } from '../../ui/mask.tsx';
import { LabelWords, useAliasName } from '../read/face.tsx';
import { useThread } from '../read/thread-context.ts';
import { withReaction } from './counts.ts';
import { Mark, ReactIcon } from './marks.tsx';
import { Picker } from './picker.tsx';
import { useOwnAlias } from './use-own-alias.ts';
import { useVote } from './use-vote.ts';
import { VoteState } from './vote-state.tsx';
import { reactionOrder, reactionWords } from './words.ts';

const EnterSheet = lazy(async () => {
  const [{ EnterSheet }] = await Promise.all([import('./enter-sheet.tsx'), loadCatalog('write')]);
  return { default: EnterSheet };
});

/** Counts as they will be; what was on the screen stays there while the page fetches the ones that hold it. */
function useCounts(post: Post) {
  const vote = useVote<OwnReaction>(`react/${post.id}`);
  const { own, item } = vote;
  const before = own?.reaction ?? null;
  const wish = item?.compose.kind === 'react' ? item.compose.reaction : before;
  const sent = item?.state.name === 'sent';
  const shown = useRef(post.tally.reactions);
  const counts = sent ? shown.current : withReaction(post.tally.reactions, before, wish);
  useEffect(() => {
    shown.current = counts;
  });
  return { ...vote, before, wish, counts };
}

/** How a post was answered without words, and the way to do so. */
export function Reactions({ post }: { post: Post }) {
  const { t } = useLingui();
  const { view } = useThread();
  const { client, item, before, wish, counts } = useCounts(post);
  const [open, setOpen] = useState(false);
  /** What is to be said once it is known as whom; null while nothing is asked. */
  const [asking, setAsking] = useState<Reaction | null>(null);
  const [joined, setJoined] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const where = { room: view.thread.room, thread: view.thread.id, target: post.id };

  async function choose(kind: Reaction): Promise<void> {
    setOpen(false);
    const next = wish === kind ? null : kind;
    const entered = client && (await client.aliases.known(where.thread));
    const entering = client?.outbox
      .snapshot()
      .some(({ compose }) => 'thread' in compose && compose.thread === where.thread);
    if (!client || (!entered && !entering)) return setAsking(kind);
    // What has not left yet and would change nothing is simply not said.
    const unsaid = item && item.state.name !== 'sent' && next === before ? item : undefined;
    await (unsaid
      ? client.outbox.drop(unsaid.id)
      : client.outbox.add({ kind: 'react', ...where, reaction: next }));
  }
  const given = reactionOrder.filter((kind) => (counts[kind] ?? 0) > 0);
  return (
    <>
      <div className="relative -ml-2 flex flex-wrap items-center" data-reactions>
        {given.map((kind) => (
          <Count
            key={kind}
            kind={kind}
            n={counts[kind] ?? 0}
            mine={wish === kind}
            onClick={() => void choose(kind)}
          />
        ))}
        <Picker
          open={open}
          onOpen={setOpen}
          opener={opener}
          chosen={wish}
          onChoose={(kind) => void choose(kind)}
        >
          <button
            ref={opener}
            type="button"
            className={given.length > 0 ? 'icon-btn' : 'act pl-2'}
            aria-expanded={open}
            aria-label={t`React`}
            // A mouse that rested here has opened it already.
            onClick={(event) => setOpen((event.nativeEvent as PointerEvent).pointerType === 'mouse' || !open)}
          >
            <ReactIcon />
            {given.length > 0 ? null : <Trans>React</Trans>}
          </button>
        </Picker>
      </div>
      {client && item ? <VoteState client={client} item={item} /> : null}
      {client && joined ? <YouAre client={client} /> : null}
      {asking ? (
        <Suspense>
          <EnterSheet
            where={where}
            reaction={asking}
            onClose={() => setAsking(null)}
            onEntered={() => setJoined(true)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** Who one has become in the thread by reacting. */
function YouAre({ client }: { client: Teahouse }) {
  const alias = useOwnAlias(client);
  const aliasName = useAliasName();
  if (!alias) return null;
  const name = aliasName(alias.face);
  return (
    <p role="status" className="rise order-last flex w-full items-center gap-2.5 pb-2 text-[0.88rem]">
      <Mask bytes={alias.face.mask} size={30} />
      <span>
        <Trans>You are {name} here:</Trans> {alias.label ? <LabelWords label={alias.label} /> : null}
      </span>
    </p>
  );
}

function Count(props: { kind: Reaction; n: number; mine: boolean; onClick: () => void }) {
  const { kind, n, mine, onClick } = props;
  const { t } = useLingui();
  const name = t(reactionWords[kind]);
  return (
    <button
      type="button"
      className="group inline-flex min-h-11 min-w-11 items-center justify-center"
      aria-pressed={mine}
      aria-label={t`${name}: ${n}`}
      title={name}
      onClick={onClick}
    >
      <span
        className={`tabular inline-flex items-center gap-1.5 rounded-full px-2 py-1 text-[0.86rem] leading-none ${
          mine ? 'bg-celadon-soft font-semibold text-celadon' : 'text-ink-2 group-hover:text-ink'
        }`}
      >
        <Mark of={kind} />
        {n}
      </span>
    </button>
  );
}
