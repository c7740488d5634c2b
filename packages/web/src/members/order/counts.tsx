import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { countsQuery } from './queries.ts';
import { doneWords } from './words.ts';

/** How often what was decided, for everybody: no names. */
export function Counts() {
  const { t, i18n } = useLingui();
  const { data } = useQuery(countsQuery);
  if (!data || data.months.length === 0) return null;
  const format = new Intl.DateTimeFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    ...{ year: 'numeric', month: 'long', timeZone: 'UTC' },
  });
  return (
    <section>
      <h2 className="pb-2 text-ink">
        <Trans>In numbers</Trans>
      </h2>
      {data.months.slice(0, 6).map(({ month, counts }) => (
        <div key={month} className="border-t border-line py-2">
          <p>{format.format(new Date(`${month}-01`))}</p>
          <ul className="flex flex-wrap gap-x-4">
            {counts.map(({ action, n }) => (
              <li key={action} className="tabular">
                {t(doneWords[action])} {n}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
