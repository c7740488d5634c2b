import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { OwnBallot } from '@teahouse/client';
import type { Post, Tally, Verdict } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { useState } from 'react';
import { useReading } from '../read/reading.ts';
import { rooms as roomsReading } from '../read/readings.ts';
import { useThread } from '../read/thread-context.ts';
import { Secrecy, useCompanyName, WhyNot } from './ballot-notes.tsx';
import { daysLeft, subjectOf } from './counts.ts';
import { useVote } from './use-vote.ts';
import { VoteState } from './vote-state.tsx';
import { useFranchise } from './voters.ts';
import { verdictOrder, verdictWords } from './words.ts';

const verdictOf = (choice: unknown): Verdict | null =>
  (choice as { verdict?: Verdict } | null | undefined)?.verdict ?? null;

const fills: Record<Verdict, string> = {
  confirm: 'fill-celadon',
  dispute: 'fill-cinnabar',
  unknown: 'fill-ink-2',
};

/** Three parts of one line; the numbers stand beside it in words. */
function Bar({ verdict }: { verdict: NonNullable<Tally['verdict']> }) {
  const all = verdict.confirm + verdict.dispute + verdict.unknown;
  let from = 0;
  const parts = verdictOrder.map((kind) => {
    const part = { kind, from, width: (100 * verdict[kind]) / all };
    from += part.width;
    return part;
  });
  return (
    <svg
      viewBox="0 0 100 2"
      preserveAspectRatio="none"
      className="block h-1.5 w-full max-w-80 rounded-full"
      aria-hidden="true"
      focusable="false"
    >
      {parts.map(({ kind, from: x, width }) => (
        <rect
          key={kind}
          x={x}
          width={width}
          height="2"
          className={fills[kind]}
          opacity={kind === 'unknown' ? 0.35 : 0.8}
        />
      ))}
    </svg>
  );
}

function Said({ verdict, name }: { verdict: NonNullable<Tally['verdict']>; name: string }) {
  const { confirm, dispute, unknown } = verdict;
  return (
    <div className="space-y-2">
      <p className="text-[0.93rem]">
        <Trans>Colleagues of {name} say:</Trans>{' '}
        <span className="tabular">
          <Plural value={confirm} one="# confirms it" other="# confirm it" />
          <span aria-hidden="true"> · </span>
          <Plural value={dispute} one="# disputes it" other="# dispute it" />
          <span aria-hidden="true"> · </span>
          <Plural value={unknown} one="# can't know" other="# can't know" />
        </span>
      </p>
      <Bar verdict={verdict} />
    </div>
  );
}

/** What colleagues say of what a post claims about their company, and the way to say so. */
export function VerdictOf({ post }: { post: Post }) {
  const { view, aliases } = useThread();
  const { data: rooms } = useReading(roomsReading);
  const author = aliases.get(post.pseudonym);
  const room = rooms?.find(({ id }) => id === view.thread.room);
  const company = author ? subjectOf(room, author.label) : null;
  if (company === null || post.deleted) return null;
  return <OfCompany post={post} company={company} />;
}

function OfCompany({ post, company }: { post: Post; company: string }) {
  const { t } = useLingui();
  const { view } = useThread();
  const { room, id: thread } = view.thread;
  const name = useCompanyName()(company);
  const { client, own, item } = useVote<OwnBallot>(`verdict/${post.id}`);
  const franchise = useFranchise(client, post.slot, company);
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState(false);
  const open = daysLeft(post.slot, Date.now()) > 0;
  const said = verdictOf(item?.compose.kind === 'ballot' ? item.compose.choice : own?.choice);
  const { verdict } = post.tally;
  const first = post.seq === 0;
  // Under a reply it is a word in passing, and only for those who could say something.
  if (!first && !verdict && !said && !(open && franchise === 'can')) return null;
  const say = async (kind: Verdict) => {
    setAsking(false);
    if (kind === said) return;
    const where = { room, thread, target: post.id, slot: post.slot };
    await client?.outbox.add({ kind: 'ballot', ...where, company, choice: { verdict: kind } });
  };
  return (
    <div
      className={first ? 'mt-3 space-y-1 border-t border-line pt-4' : 'space-y-1 pb-1'}
      data-verdict={verdict ? 'shown' : 'few'}
    >
      {verdict ? <Said verdict={verdict} name={name} /> : null}
      {!verdict && (first || said) ? (
        <p className="text-[0.93rem]">
          <Trans>Colleagues of {name}: does this hold?</Trans>{' '}
          <span className="text-ink-2">
            <Trans>Shown once {talkLimits.verdictFloor} of them have said something.</Trans>
          </span>
        </p>
      ) : null}
      {said ? (
        <p className="text-[0.9rem] text-ink-2">
          <Trans>You said: {t(verdictWords[said])}.</Trans>
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-5">
        {open && franchise === 'can' ? (
          <button type="button" className="act" aria-expanded={asking} onClick={() => setAsking(!asking)}>
            {said ? (
              <Trans>Say something else</Trans>
            ) : first ? (
              <Trans>Say what you know</Trans>
            ) : (
              <Trans>Does this hold?</Trans>
            )}
          </button>
        ) : null}
        {first ? (
          <button type="button" className="act" aria-expanded={told} onClick={() => setTold(!told)}>
            <Trans>What is this?</Trans>
          </button>
        ) : null}
      </div>
      {asking ? (
        <fieldset className="rise flex flex-wrap gap-2 py-1">
          <legend className="pb-2 text-[0.88rem] text-ink-2">
            <Trans>As an employee of {name}, of what you know yourself:</Trans>
          </legend>
          {verdictOrder.map((kind) => (
            <button
              key={kind}
              type="button"
              className="btn quiet"
              aria-pressed={kind === said}
              onClick={() => void say(kind)}
            >
              {t(verdictWords[kind])}
            </button>
          ))}
        </fieldset>
      ) : null}
      {client && item ? <VoteState client={client} item={item} /> : null}
      {told ? (
        <div className="rise space-y-1 border-l-2 border-line py-1 pl-3 text-[0.9rem] text-ink-2">
          <p className="max-w-[34rem]">
            <Trans>
              Verified colleagues of {name} say what they know of it, one person one vote, for 14 days. It is
              their word, not ours: the house confirms nothing.
            </Trans>
          </p>
          {open ? (
            <WhyNot franchise={franchise} slot={post.slot} company={company} />
          ) : (
            <p>
              <Trans>The fourteen days are over.</Trans>
            </p>
          )}
          <Secrecy company={company} />
        </div>
      ) : null}
    </div>
  );
}
