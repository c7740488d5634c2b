import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { OwnBallot } from '@teahouse/client';
import type { OfficialAnswer } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { useCallback, useEffect, useState } from 'react';
import { SlotTime } from '../../ui/time.tsx';
import { talk } from '../read/api.ts';
import { langTag } from '../read/lang.ts';
import { useThread } from '../read/thread-context.ts';
import { Secrecy, useCompanyName, WhyNot } from '../votes/ballot-notes.tsx';
import { daysLeft } from '../votes/counts.ts';
import { useVote } from '../votes/use-vote.ts';
import { VoteState } from '../votes/vote-state.tsx';
import { useFranchise } from '../votes/voters.ts';
import { Removed, ReportAnswer } from './about-answer.tsx';
import { AnswerForm } from './answer-form.tsx';
import { isGenuine } from './check.ts';

/** What the company says under a thread about it, where it says something, and for its speakers the way to say it. */
export function OfficialPart({ company }: { company: string }) {
  const { view } = useThread();
  const { room, id: thread } = view.thread;
  const first = view.posts.find(({ seq }) => seq === 0);
  const [answer, setAnswer] = useState<OfficialAnswer | null>();
  const load = useCallback(
    () =>
      talk
        .official({ params: { room, thread } }, { fresh: true })
        .then((read) => setAnswer(read.answer))
        .catch(() => undefined), // the thread stands without it
    [room, thread],
  );
  useEffect(() => void load(), [load]);
  if (answer === undefined || !first || first.deleted) return null;
  return (
    <>
      {answer ? <Answer answer={answer} post={first.id} onVoted={load} /> : null}
      <AnswerForm company={company} answer={answer} onSaid={setAnswer} />
    </>
  );
}

interface Of {
  readonly answer: OfficialAnswer;
  /** The thread's first post, on which colleagues vote. */
  readonly post: string;
  readonly onVoted: () => Promise<void>;
}

function Answer({ answer, post, onVoted }: Of) {
  const { t } = useLingui();
  const { view } = useThread();
  const { room, id: thread } = view.thread;
  const name = useCompanyName()(answer.company);
  const [genuine, setGenuine] = useState<boolean>();
  useEffect(() => {
    let current = true;
    void isGenuine(answer, room, thread)
      .catch(() => undefined)
      .then((holds) => current && setGenuine(holds));
    return () => {
      current = false;
    };
  }, [answer, room, thread]);
  const last = answer.versions.at(-1);
  if (!last) return null;
  if (genuine === false) {
    return (
      <p role="alert" className="notice danger mt-6" data-official="broken">
        <Trans>An answer stands here whose signature does not hold. It is not shown.</Trans>
      </p>
    );
  }
  const earlier = answer.versions.slice(0, -1);
  return (
    <section
      aria-label={t`Official answer`}
      data-official={genuine ? 'checked' : 'unchecked'}
      className="mt-6 border-l-2 border-celadon py-1 pl-4"
    >
      <h2 className="flex flex-wrap items-baseline gap-x-3 text-[1rem]">
        <Trans>{name} answers officially</Trans>
        <span className="text-[0.84rem] font-normal text-ink-2">
          <SlotTime slot={last.slot} />
        </span>
      </h2>
      {last.text === null ? (
        <Removed removal={answer.removal} name={name} />
      ) : (
        <p lang={langTag(null, last.text)} className="mt-2 whitespace-pre-line">
          {last.text}
        </p>
      )}
      <p className="mt-2 text-[0.86rem] text-ink-2">
        {genuine ? (
          <Trans>Signed with a key of the company; checked on this device.</Trans>
        ) : (
          <Trans>Being checked…</Trans>
        )}{' '}
        <Trans>It has no part in the order of threads.</Trans>
      </p>
      {earlier.length > 0 ? (
        <details className="text-[0.92rem]">
          <summary className="act cursor-pointer">
            <Plural value={earlier.length} one="# earlier version" other="# earlier versions" />
          </summary>
          <ol className="space-y-3 pt-1 pb-2">
            {earlier.map(({ version, text, slot }) => (
              <li key={version} className="border-l-2 border-line pl-3 text-ink-2">
                <SlotTime slot={slot} />
                <p className="whitespace-pre-line">
                  {text ?? <Trans>Taken away by a moderator; the reason stands in the public log.</Trans>}
                </p>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {last.text === null ? null : (
        <>
          <Resolves answer={answer} post={post} name={name} onVoted={onVoted} />
          <ReportAnswer statement={last.statement} name={name} />
        </>
      )}
    </section>
  );
}

/** Whether verified colleagues say that it resolves the matter, and the way to say so. */
function Resolves({ answer, post, name, onVoted }: Of & { name: string }) {
  const { t } = useLingui();
  const { view } = useThread();
  const { room, id: thread } = view.thread;
  const slot = answer.versions[0]?.slot ?? view.thread.slot;
  const { client, own, item } = useVote<OwnBallot>(`resolves/${post}`);
  const franchise = useFranchise(client, slot, answer.company);
  const open = daysLeft(slot, Date.now()) > 0;
  const lastAct = own?.lastAct;
  useEffect(() => {
    if (lastAct) void onVoted();
  }, [lastAct, onVoted]);
  const choice = item?.compose.kind === 'ballot' ? item.compose.choice : own?.choice;
  const said = choice && 'resolves' in choice ? choice.resolves : null;
  const say = async (resolves: 'yes' | 'no') => {
    if (resolves === said) return;
    const where = { room, thread, target: post, slot, company: answer.company };
    await client?.outbox.add({ kind: 'ballot', ...where, choice: { resolves } });
  };
  return (
    <div
      className="mt-3 space-y-2 border-t border-line pt-3"
      data-resolves={answer.resolves ? 'shown' : 'few'}
    >
      <p className="text-[0.93rem]">
        <Trans>Colleagues of {name}: does this resolve it?</Trans>{' '}
        {answer.resolves ? (
          <span className="tabular">
            <Trans>
              yes {answer.resolves.yes} · no {answer.resolves.no}
            </Trans>
          </span>
        ) : (
          <span className="text-ink-2">
            <Trans>Shown once {talkLimits.verdictFloor} of them have said something.</Trans>
          </span>
        )}
      </p>
      {open && franchise === 'can' ? (
        <fieldset className="flex flex-wrap gap-2">
          <legend className="sr-only">{t`Does this resolve it?`}</legend>
          <button
            type="button"
            className="btn quiet"
            aria-pressed={said === 'yes'}
            onClick={() => void say('yes')}
          >
            <Trans>It resolves it</Trans>
          </button>
          <button
            type="button"
            className="btn quiet"
            aria-pressed={said === 'no'}
            onClick={() => void say('no')}
          >
            <Trans>It does not</Trans>
          </button>
        </fieldset>
      ) : null}
      {open && franchise !== 'can' && franchise !== 'visitor' ? (
        <WhyNot franchise={franchise} slot={slot} company={answer.company} />
      ) : null}
      {client && item ? <VoteState client={client} item={item} /> : null}
      {open && franchise === 'can' ? <Secrecy company={answer.company} /> : null}
    </div>
  );
}
