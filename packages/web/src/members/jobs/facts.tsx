import { Trans, useLingui } from '@lingui/react/macro';
import type { JobCard } from '@teahouse/contract/members';

/** Pay of a month, or that none is said: a job that hides it says so. */
export function Pay({ pay }: { pay: JobCard['pay'] }) {
  const { i18n } = useLingui();
  if (!pay)
    return (
      <span className="text-ink-2">
        <Trans>Pay is not said</Trans>
      </span>
    );
  const format = new Intl.NumberFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    ...{ style: 'currency', currency: pay.currency, currencyDisplay: 'narrowSymbol' },
    maximumFractionDigits: 0,
  });
  const range = format.formatRange(pay.min, pay.max);
  const { months } = pay;
  return (
    <span className="tabular font-semibold">
      <Trans>{range} a month</Trans>
      {months === 12 ? null : (
        <span className="font-normal text-ink-2">
          {' '}
          <Trans>× {months}</Trans>
        </span>
      )}
    </span>
  );
}

export function Place({ job: { city, remote } }: { job: Pick<JobCard, 'city' | 'remote'> }) {
  if (city === '') return <Trans>Remote</Trans>;
  return remote ? <Trans>{city} or remote</Trans> : city;
}

export function Skills({ skills }: { skills: readonly string[] }) {
  if (skills.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-1.5">
      {skills.map((skill) => (
        <li key={skill} className="chip">
          {skill}
        </li>
      ))}
    </ul>
  );
}
