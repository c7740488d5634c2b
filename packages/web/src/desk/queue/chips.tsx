import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Case } from '@teahouse/contract/desk';
import { findingOf } from '../words/finding-words.ts';
import { ruleWords, stateWords } from '../words/rule-words.ts';
import { daysSince } from './age.ts';

const chip = 'inline-flex items-center rounded-sm border px-1.5 text-[0.76rem] leading-5 whitespace-nowrap';

/** Why a case is here: what the first look saw, and what people reported, with how many. */
export function Reasons({ reasons }: Pick<Case, 'reasons'>) {
  const { t } = useLingui();
  return reasons.map(({ from, rule, n, hint }) => (
    <span
      key={`${from}/${rule}/${hint}`}
      title={hint ?? undefined}
      className={`${chip} ${from === 'look' ? 'border-line text-ink-2' : 'border-cinnabar text-cinnabar'}`}
    >
      {t(findingOf(hint) ?? ruleWords[rule])}
      {from === 'report' ? (
        <span className="tabular ml-1 font-semibold">
          <span aria-hidden="true">×{n}</span>
          <span className="sr-only">
            <Plural value={n} one=", # report" other=", # reports" />
          </span>
        </span>
      ) : (
        <span className="ml-1">
          <Trans>first look</Trans>
        </span>
      )}
    </span>
  ));
}

/** How the post stands; nothing where readers see it as usual. */
export function State({ state }: Pick<Case, 'state'>) {
  const { t } = useLingui();
  if (state === 'shown') return null;
  return <span className={`${chip} border-transparent bg-ink text-paper`}>{t(stateWords[state])}</span>;
}

/** How long a case waits, in days. */
export function Age({ day }: Pick<Case, 'day'>) {
  const days = daysSince(day);
  return (
    <time
      dateTime={day}
      className={`tabular whitespace-nowrap ${days >= 2 ? 'font-semibold text-cinnabar' : ''}`}
    >
      <Plural value={days} _0="today" one="# day" other="# days" />
    </time>
  );
}

export function Appealed({ appeal }: Pick<Case, 'appeal'>) {
  return appeal ? (
    <span className={`${chip} border-celadon bg-celadon-soft text-ink`}>
      <Trans>Appeal</Trans>
    </span>
  ) : null;
}
