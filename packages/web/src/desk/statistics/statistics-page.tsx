import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Statistics } from '@teahouse/contract/desk';
import type { ReactNode } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { statisticsQuery } from '../data/queries.ts';
import { deskWords } from '../words/error-words.ts';
import { Bars } from './bars.tsx';

const cell = 'border-b border-line py-1 pr-4 text-left align-baseline last:pr-0';
const figure = `${cell} tabular text-right`;

function Figure({ value, children }: { value: number; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-[0.88rem] text-ink-2">{children}</dt>
      <dd className="tabular text-[1.7rem] leading-tight font-semibold">{value}</dd>
    </div>
  );
}

function Ages({ age }: Pick<Statistics, 'age'>) {
  const { t } = useLingui();
  const labels = [t`today`, t`one day`, t`two days`, t`three days and more`];
  return (
    <section>
      <h2>
        <Trans>How long cases wait</Trans>
      </h2>
      <div className="mt-3 grid items-end gap-8 sm:grid-cols-2">
        <Bars
          bars={age.map((n, i) => ({
            label: labels[i] ?? '',
            parts: [[i < 2 ? 'fill-celadon' : 'fill-cinnabar', n]],
          }))}
          most={Math.max(...age)}
        />
        <table className="w-full text-[0.93rem]">
          <caption className="sr-only">
            <Trans>Open cases by days they have waited</Trans>
          </caption>
          <tbody>
            {labels.map((label, i) => (
              <tr key={label}>
                <th scope="row" className={`${cell} font-normal`}>
                  {label}
                </th>
                <td className={figure}>{age[i]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Days({ days }: Pick<Statistics, 'days'>) {
  const { t } = useLingui();
  const sum = (key: 'decided' | 'appealed' | 'overturned') => days.reduce((all, one) => all + one[key], 0);
  const [decided, appealed, overturned] = [sum('decided'), sum('appealed'), sum('overturned')];
  const heads = [t`Date`, t`decided`, t`appealed`, t`overturned`];
  return (
    <section>
      <h2>
        <Trans>Decisions of the last 30 days</Trans>
      </h2>
      <p className="text-[0.93rem] text-ink-2">
        <Plural value={decided} one="# decision" other="# decisions" />
        {' · '}
        <Plural value={appealed} one="# appealed against" other="# appealed against" />
        {' · '}
        <Plural value={overturned} one="# overturned" other="# overturned" />
      </p>
      <div className="mt-3">
        <Bars
          bars={days.map((one) => ({
            label: one.day,
            parts: [
              ['fill-cinnabar', one.overturned],
              ['fill-celadon', Math.max(0, one.decided - one.overturned)],
            ],
          }))}
          most={Math.max(0, ...days.map((one) => one.decided))}
        />
        <p className="mt-1 flex flex-wrap gap-x-5 text-[0.84rem] text-ink-2">
          <span className="flex items-center gap-1.5">
            <span className="size-3 bg-celadon" />
            <Trans>stand</Trans>
          </span>
          <span className="flex items-center gap-1.5">
            <span className="size-3 bg-cinnabar" />
            <Trans>overturned on appeal</Trans>
          </span>
        </p>
      </div>
      <details className="mt-2">
        <summary className="act cursor-pointer">
          <Trans>The same as a table</Trans>
        </summary>
        <table className="w-full max-w-[34rem] text-[0.9rem]">
          <thead>
            <tr>
              {heads.map((head, i) => (
                <th key={head} scope="col" className={`${i === 0 ? cell : figure} font-semibold`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((one) => (
              <tr key={one.day}>
                <th scope="row" className={`${cell} tabular font-normal`}>
                  {one.day}
                </th>
                <td className={figure}>{one.decided}</td>
                <td className={figure}>{one.appealed}</td>
                <td className={figure}>{one.overturned}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Colleagues({ staff }: Pick<Statistics, 'staff'>) {
  const { t } = useLingui();
  const heads = [t`Colleague`, t`decided`, t`overturned`];
  return (
    <section>
      <h2>
        <Trans>Colleagues</Trans>
      </h2>
      <p className="text-[0.93rem] text-ink-2">
        <Trans>So that we learn from each other. Whoever decides hard cases is overturned more often.</Trans>
      </p>
      <table className="mt-3 w-full max-w-[34rem] text-[0.93rem]">
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={head} scope="col" className={`${i === 0 ? cell : figure} font-semibold`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {staff.map((one) => (
            <tr key={one.name}>
              <th scope="row" className={`${cell} font-normal`}>
                {one.name}
              </th>
              <td className={figure}>{one.decided}</td>
              <td className={figure}>{one.overturned}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How the desk is doing: what waits, what was decided, what did not stand. */
export function StatisticsPage() {
  const { t } = useLingui();
  useTitle(t`Statistics`);
  const { data, error } = useQuery(statisticsQuery);
  return (
    <div className="page pt-4 sm:pt-6">
      <h1 className="text-[1.5rem]">
        <Trans>Statistics</Trans>
      </h1>
      {error ? <ErrorNotice error={error} words={deskWords} /> : null}
      {data ? (
        <div className="mt-4 max-w-[56rem] space-y-10">
          <dl className="flex flex-wrap gap-x-12 gap-y-4">
            <Figure value={data.open}>
              <Trans>open</Trans>
            </Figure>
            <Figure value={data.held}>
              <Trans>held back</Trans>
            </Figure>
            <Figure value={data.hidden}>
              <Trans>hidden by reports</Trans>
            </Figure>
            <Figure value={data.appeals}>
              <Trans>appeals</Trans>
            </Figure>
          </dl>
          <Ages age={data.age} />
          <Days days={data.days} />
          <Colleagues staff={data.staff} />
        </div>
      ) : error ? null : (
        <PageSkeleton />
      )}
    </div>
  );
}
