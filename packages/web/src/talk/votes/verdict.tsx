import { Trans, useLingui } from '@lingui/react/macro';
import type { OwnBallot } from '@teahouse/client';
import type { Post, Verdict } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { useState } from 'react';
import { useReading } from '../read/reading.ts';
import { rooms as roomsReading } from '../read/readings.ts';
import { useThread } from '../read/thread-context.ts';
import { Secrecy, useCompanyName, WhyNot } from './ballot-notes.tsx';
import { daysLeft, subjectOf } from './counts.ts';
import { useVote } from './use-vote.ts';
import { Said } from './verdict-said.tsx';
import { VoteState } from './vote-state.tsx';
import { type Franchise, useFranchise } from './voters.ts';
import { verdictOrder, verdictWords } from './words.ts';

const verdictOf = (choice: unknown): Verdict | null =>
  (choice as { verdict?: Verdict } | null | undefined)?.verdict ?? null;

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

interface Panel {
  readonly post: Post;
  readonly company: string;
  readonly franchise: Franchise;
}

/** The three things that a colleague can say. */
function Ask({ name, said, onSay }: { name: string; said: Verdict | null; onSay: (kind: Verdict) => void }) {
  const { t } = useLingui();
  return (
    <fieldset className="rise py-1">
      <legend className="pb-2 text-[0.88rem] text-ink-2">
        <Trans>As an employee of {name}, of what you know yourself:</Trans>
      </legend>
      <div className="flex flex-wrap gap-2">
        {verdictOrder.map((kind) => (
          <button
            key={kind}
            type="button"
            className="btn quiet"
            aria-pressed={kind === said}
            onClick={() => onSay(kind)}
          >
            {t(verdictWords[kind])}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** Whose word it is, and who may add to it. */
function About({ post, company, franchise }: Panel) {
  const name = useCompanyName()(company);
  const open = daysLeft(post.slot, Date.now()) > 0;
  return (
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
  );
}

function OfCompany({ post, company }: { post: Post; company: string }) {
  const { view, aliases, isMine } = useThread();
  const { room, id: thread } = view.thread;
  const author = aliases.get(post.pseudonym);
  const name = useCompanyName()(company);
  const { client, own, item } = useVote<OwnBallot>(`verdict/${post.id}`);
  const franchise = useFranchise(client, post.slot, company);
  const [shown, setShown] = useState<'ask' | 'about' | null>(null);
  const toggle = (panel: 'ask' | 'about') => setShown(shown === panel ? null : panel);
  const said = verdictOf(item?.compose.kind === 'ballot' ? item.compose.choice : own?.choice);
  const { verdict } = post.tally;
  const first = post.seq === 0;
  const open = daysLeft(post.slot, Date.now()) > 0;
  const ownWords = author !== undefined && isMine(author);
  const mayAsk = open && franchise === 'can' && (first || !ownWords);
  // Under a reply it is a word in passing, and only for those who could say something of another's words.
  if (!verdict && !said && !(open && first) && !mayAsk) return null;
  const say = async (kind: Verdict) => {
    setShown(null);
    if (kind === said) return;
    const where = { room, thread, target: post.id, slot: post.slot };
    await client?.outbox.add({ kind: 'ballot', ...where, company, choice: { verdict: kind } });
  };
  return (
    <div
      className={first ? 'mt-3 border-t border-line pt-4' : 'pb-1'}
      data-verdict={verdict ? 'shown' : 'few'}
    >
      {verdict ? <Said verdict={verdict} name={name} /> : null}
      {!verdict && open && (first || said) ? (
        <p className="text-[0.93rem]">
          <Trans>Colleagues of {name}: does this hold?</Trans>{' '}
          <span className="text-ink-2">
            <Trans>Shown once {talkLimits.verdictFloor} of them have said something.</Trans>
          </span>
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-5">
        {mayAsk ? (
          <AskButton open={shown === 'ask'} said={said} first={first} onClick={() => toggle('ask')} />
        ) : null}
        {first ? (
          <button
            type="button"
            className="act"
            aria-expanded={shown === 'about'}
            onClick={() => toggle('about')}
          >
            <Trans>What is this?</Trans>
          </button>
        ) : null}
        {said ? <YouSaid said={said} /> : null}
      </div>
      {shown === 'ask' && mayAsk ? <Ask name={name} said={said} onSay={(kind) => void say(kind)} /> : null}
      {client && item ? <VoteState client={client} item={item} /> : null}
      {shown === 'about' ? <About post={post} company={company} franchise={franchise} /> : null}
    </div>
  );
}

function AskButton(props: { open: boolean; said: Verdict | null; first: boolean; onClick: () => void }) {
  const { open, said, first, onClick } = props;
  return (
    <button type="button" className="act" aria-expanded={open} onClick={onClick}>
      {said ? (
        <Trans>Say something else</Trans>
      ) : first ? (
        <Trans>Say what you know</Trans>
      ) : (
        <Trans>Does this hold?</Trans>
      )}
    </button>
  );
}

function YouSaid({ said }: { said: Verdict }) {
  const { t } = useLingui();
  const words = t(verdictWords[said]);
  return (
    <span className="text-[0.9rem] text-ink-2">
      <Trans>You said: {words}.</Trans>
    </span>
  );
}
