import { Trans, useLingui } from '@lingui/react/macro';
import type { DecisionCounts } from '@teahouse/contract/talk';
import { type ReactNode, useId } from 'react';
import { actionWords, byWords } from './decision-words.ts';
import { byPeople, countOf, overturned, sumsBy } from './month-counts.ts';
import { ruleWords } from './rule-words.ts';

type Month = DecisionCounts['months'][number];

const Figure = ({ n, children }: { n: ReactNode; children: ReactNode }) => (
  <div className="min-w-28">
    <dd className="tabular font-semibold font-serif text-[1.5rem] leading-tight">{n}</dd>
    <dt className="text-[0.86rem] text-ink-2">{children}</dt>
  </div>
);

interface Row {
  readonly key: string;
  readonly name: string;
  readonly n: number;
}

/** Counts as a table; beside each a stroke as long as its share, for the eye alone. */
function Counts({ title, rows }: { title: string; rows: readonly Row[] }) {
  const { i18n } = useLingui();
  const most = Math.max(1, ...rows.map(({ n }) => n));
  if (rows.length === 0) return null;
  return (
    <table className="w-full text-[0.92rem]">
      <caption className="pb-1 text-left font-semibold">{title}</caption>
      <tbody>
        {rows.map(({ key, name, n }) => (
          <tr key={key} className="border-t border-line">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {name}
              <svg
                viewBox="0 0 100 3"
                preserveAspectRatio="none"
                className="mt-1 block h-[3px] w-full"
                aria-hidden="true"
              >
                <rect width={(n / most) * 100} height="3" fill="var(--celadon)" />
              </svg>
            </th>
            <td className="tabular w-16 py-1.5 text-right align-top">{i18n.number(n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One month. */
export function MonthCounts({ month }: { month: Month }) {
  const { t, i18n } = useLingui();
  const heading = useId();
  const name = new Intl.DateTimeFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    ...{ year: 'numeric', month: 'long', timeZone: 'UTC' },
  }).format(new Date(`${month.month}-15T00:00:00Z`));
  const { appeals, posts, reported } = month;
  const share = overturned(month);
  const percent = share === null ? '–' : i18n.number(share, { style: 'percent' });
  const { made } = appeals;
  const open = made - appeals.granted - appeals.refused;
  return (
    <section className="mt-9 border-t border-line pt-5" aria-labelledby={heading} data-month={month.month}>
      <h2 id={heading}>{name}</h2>
      <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-4">
        <Figure n={i18n.number(posts)}>
          <Trans>posts</Trans>
        </Figure>
        <Figure n={i18n.number(countOf(month, ({ by }) => by === 'program'))}>
          <Trans>held back by the program</Trans>
        </Figure>
        <Figure n={i18n.number(byPeople(month))}>
          <Trans>decided by people</Trans>
        </Figure>
        <Figure n={i18n.number(made)}>
          <Trans>appeals</Trans>
        </Figure>
        <Figure n={percent}>
          <Trans>of answered appeals granted</Trans>
        </Figure>
      </dl>
      {open > 0 ? (
        <p className="mt-2 text-[0.88rem] text-ink-2">
          <Trans>Appeals that still wait for an answer: {open}</Trans>
        </p>
      ) : null}
      <div className="mt-5 grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <Counts
          title={t`What was decided`}
          rows={sumsBy(month, 'action').map(({ key, n }) => ({ key, n, name: t(actionWords[key]) }))}
        />
        <Counts
          title={t`By which rule`}
          rows={sumsBy(month, 'rule').map(({ key, n }) => ({ key, n, name: t(ruleWords[key].name) }))}
        />
        <Counts
          title={t`By whom`}
          rows={sumsBy(month, 'by').map(({ key, n }) => ({ key, n, name: t(byWords[key]) }))}
        />
        <Counts
          title={t`Posts that were reported`}
          rows={[...reported]
            .sort((a, b) => b.n - a.n)
            .map(({ rule, n }) => ({ key: rule, n, name: t(ruleWords[rule].name) }))}
        />
      </div>
    </section>
  );
}
