import { Trans, useLingui } from '@lingui/react/macro';
import type { HouseLog } from '@teahouse/contract/members';
import { Day } from './parts.tsx';
import { doneWords, reasonWords, thingWords } from './words.ts';

type Decision = Omit<HouseLog['decisions'][number], 'case' | 'owner'>;

/** A decision as it was taken: what, why, in which words, and what was said to it. */
export function Decided({ decision }: { decision: Decision }) {
  const { t } = useLingui();
  const { action, reason, words, until, day, undone, appeal, thing } = decision;
  return (
    <div className="space-y-1.5" data-decision={action}>
      <p className="flex flex-wrap items-center gap-x-3">
        <strong>{t(doneWords[action])}</strong>
        <span className="text-ink-2">{t(thingWords(thing))}</span>
        <span className="text-[0.9rem] text-ink-2">
          <Day day={day} />
        </span>
        {undone ? (
          <span className="chip">
            <Trans>taken back</Trans>
          </span>
        ) : null}
      </p>
      <p className="text-[0.92rem] text-ink-2">
        {t(reasonWords[reason])}
        {action === 'suspend' ? (
          <>
            {' · '}
            {until ? (
              <Trans>
                until <Day day={until} />
              </Trans>
            ) : (
              <Trans>until further notice</Trans>
            )}
          </>
        ) : null}
      </p>
      <p className="words">{words}</p>
      {appeal ? (
        <div className="border-l-2 border-line pl-4 text-[0.95rem]">
          <p className="text-ink-2">
            {
              {
                open: t`Appeal, not answered yet`,
                granted: t`Appeal granted`,
                refused: t`Appeal refused`,
              }[appeal.state]
            }
          </p>
          <p className="words">{appeal.words}</p>
          {appeal.answer ? <p className="words mt-1.5">{appeal.answer}</p> : null}
        </div>
      ) : null}
    </div>
  );
}
