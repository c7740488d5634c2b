import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { OwnBallot } from '@teahouse/client';
import type { Poll, Post } from '@teahouse/contract/talk';
import { useEffect, useRef, useState } from 'react';
import { useReading } from '../read/reading.ts';
import { rooms as roomsReading } from '../read/readings.ts';
import { useThread } from '../read/thread-context.ts';
import { Closing, Secrecy, useCompanyName, WhyNot } from './ballot-notes.tsx';
import { daysLeft, type PollCounts, withBallot } from './counts.ts';
import { PollOption } from './poll-option.tsx';
import { useVote } from './use-vote.ts';
import { VoteState } from './vote-state.tsx';
import { useFranchise } from './voters.ts';

const choicesOf = (choice: unknown): readonly number[] | null =>
  (choice as { choices?: readonly number[] } | null | undefined)?.choices ?? null;

/** Votes as they will be, with the own one that is on its way. */
function usePollCounts(post: Post, counts: PollCounts) {
  const vote = useVote<OwnBallot>(`poll/${post.id}`);
  const { own, item } = vote;
  const before = choicesOf(own?.choice);
  const wish = item?.compose.kind === 'ballot' ? choicesOf(item.compose.choice) : before;
  const shown = useRef(counts);
  const sent = item?.state.name === 'sent';
  const counted = !wish || wish === before ? counts : withBallot(counts, own ? (before ?? []) : null, wish);
  const now = sent ? shown.current : counted;
  useEffect(() => {
    shown.current = now;
  });
  return { ...vote, wish, counts: now };
}

/** The company whose people vote on a poll; null for everyone. */
function useVoters(poll: Poll, room: string): string | null {
  const { data } = useReading(roomsReading);
  const found = data?.find(({ id }) => id === room);
  return poll.voters === 'everyone' && found?.access !== 'colleagues' ? null : (found?.company ?? '');
}

/** What the opener of a thread asks, with what was answered so far, and the own ballot. */
export function PollOf({ post, poll, counts }: { post: Post; poll: Poll; counts: PollCounts }) {
  const { t } = useLingui();
  const { view } = useThread();
  const { room, id: thread } = view.thread;
  const company = useVoters(poll, room);
  const companyName = useCompanyName();
  const { client, wish, item, counts: shown } = usePollCounts(post, counts);
  const franchise = useFranchise(client, post.slot, company);
  const open = daysLeft(post.slot, Date.now()) > 0;
  const [changing, setChanging] = useState(false);
  const [picked, setPicked] = useState<readonly number[]>([]);
  const voting = open && franchise === 'can' && (wish === null || changing);
  const { ballots } = shown;
  const name = company === null ? '' : companyName(company);

  async function cast(): Promise<void> {
    if (!client || picked.length === 0) return;
    const choice = { choices: picked.toSorted((a, b) => a - b) };
    const where = { room, thread, target: post.id, slot: post.slot };
    await client.outbox.add({ kind: 'ballot', ...where, company, choice });
    setChanging(false);
  }
  const pick = (place: number, on: boolean) =>
    setPicked((before) =>
      (poll.multiple ? before.filter((one) => one !== place) : []).concat(on ? [place] : []),
    );
  return (
    <form
      className="mt-5 border-t border-line pt-3"
      data-poll={open ? 'open' : 'closed'}
      onSubmit={(event) => {
        event.preventDefault();
        void cast();
      }}
    >
      <fieldset>
        <legend className="sr-only">
          {poll.multiple ? t`Poll: choose one or more` : t`Poll: choose one`}
        </legend>
        {poll.options.map((option, place) => (
          <PollOption
            key={option}
            name={post.id}
            option={option}
            multiple={poll.multiple}
            votes={shown.votes[place] ?? 0}
            ballots={ballots}
            mine={wish?.includes(place) ?? false}
            checked={voting ? picked.includes(place) : null}
            onPick={(on) => pick(place, on)}
          />
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 pt-2">
        {voting ? (
          <button type="submit" className="btn" disabled={picked.length === 0}>
            {wish === null ? <Trans>Vote</Trans> : <Trans>Change my vote</Trans>}
          </button>
        ) : null}
        {open && franchise === 'can' && wish !== null ? (
          <button
            type="button"
            className="act"
            onClick={() => {
              setPicked(changing ? [] : wish);
              setChanging(!changing);
            }}
          >
            {changing ? <Trans>Keep my vote</Trans> : <Trans>Change my vote</Trans>}
          </button>
        ) : null}
        <p className="tabular text-[0.88rem] text-ink-2">
          <Plural value={ballots} _0="nobody has voted yet" one="# person voted" other="# people voted" />
          <span aria-hidden="true"> · </span>
          <Closing slot={post.slot} />
          {poll.multiple ? (
            <>
              <span aria-hidden="true"> · </span>
              <Trans>several may be chosen</Trans>
            </>
          ) : null}
          {company && (franchise !== 'outsider' || !open) ? (
            <>
              <span aria-hidden="true"> · </span>
              <Trans>colleagues of {name} vote here</Trans>
            </>
          ) : null}
        </p>
      </div>
      {client && item ? <VoteState client={client} item={item} /> : null}
      {open ? <WhyNot franchise={franchise} slot={post.slot} company={company} /> : null}
      <Secrecy company={company} />
    </form>
  );
}
