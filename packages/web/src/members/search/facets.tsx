import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useName } from '../../ui/use-name.ts';
import { membersDirectoryQuery } from '../queries.ts';
import { facetsQuery } from './queries.ts';
import { asksPeople, type Question } from './question.ts';

interface Value {
  readonly value: string;
  readonly label: string;
  readonly count: number | undefined;
}
interface Facet {
  readonly name: 'degree' | 'company' | 'industry' | 'city';
  readonly title: string;
  readonly any: string;
  readonly chosen: string | undefined;
  readonly values: readonly Value[];
}

/** What is chosen stays to be seen, also where nothing of it was counted. */
function withChosen(values: readonly Value[], chosen: string | undefined): readonly Value[] {
  if (chosen === undefined || values.some(({ value }) => value === chosen)) return values;
  return [{ value: chosen, label: chosen, count: undefined }, ...values];
}

function useFacets(question: Question): {
  facets: readonly Facet[];
  total: number | undefined;
  capped: boolean;
} {
  const { t } = useLingui();
  const name = useName();
  const { data: directory } = useQuery(membersDirectoryQuery);
  const { data } = useQuery({ ...facetsQuery(question), enabled: asksPeople(question) });
  const industryName = (id: string) => {
    const found = directory?.industries.find((one) => one.id === id);
    return found ? name(found.name) : id;
  };
  const companyName = (id: string) => {
    const found = directory?.companies.find((one) => one.id === id);
    return found ? name(found.name) : id;
  };
  const { degree, company, industry, city } = question;
  const steps = { 1: t`Your connections`, 2: t`Their connections` };
  const facets: Facet[] = [
    {
      ...{ name: 'degree', title: t`How near`, any: t`Anybody`, chosen: degree && String(degree) },
      values: withChosen(
        (data?.degrees ?? []).map((one) => ({
          value: String(one.degree),
          label: steps[one.degree],
          count: one.count,
        })),
        degree && String(degree),
      ).map((one) => ({ ...one, label: one.value === '1' ? steps[1] : steps[2] })),
    },
    {
      ...{ name: 'company', title: t`Company`, any: t`Any company`, chosen: company },
      values: withChosen(
        (data?.companies ?? []).map(({ id, name: names, count }) => ({
          value: id,
          label: name(names),
          count,
        })),
        company,
      ).map((one) => ({ ...one, label: one.label === one.value ? companyName(one.value) : one.label })),
    },
    {
      ...{ name: 'industry', title: t`Industry`, any: t`Any industry`, chosen: industry },
      values: withChosen(
        (data?.industries ?? []).map(({ id, count }) => ({ value: id, label: id, count })),
        industry,
      ).map((one) => ({ ...one, label: industryName(one.value) })),
    },
    {
      ...{ name: 'city', title: t`City`, any: t`Any city`, chosen: city },
      values: withChosen(
        (data?.cities ?? []).map((one) => ({ value: one.city, label: one.city, count: one.count })),
        city,
      ),
    },
  ];
  return { facets, total: data?.total, capped: data?.capped ?? false };
}

interface FacetsProps {
  readonly question: Question;
  readonly onChange: (next: Question) => void;
  /** What was found. */
  readonly children: ReactNode;
}

const without = (question: Question, name: Facet['name']): Question => {
  const { [name]: _, ...rest } = question;
  return rest;
};
const change = (question: Question, name: Facet['name'], value: string | undefined): Question => {
  const rest = without(question, name);
  if (value === undefined || value === '') return rest;
  return { ...rest, [name]: name === 'degree' ? Number(value) : value } as Question;
};

/** One facet on a phone: the platform's own list behind a chip, which is filled when something is chosen. */
function Chip({ facet, onChoose }: { facet: Facet; onChoose: (value: string) => void }) {
  return (
    <select
      aria-label={facet.title}
      value={facet.chosen ?? ''}
      onChange={(event) => onChoose(event.target.value)}
      className={`field-sizing-content min-h-11 max-w-[14rem] rounded-full border px-4 text-[0.9rem] ${
        facet.chosen === undefined
          ? 'border-line bg-transparent text-ink-2'
          : 'border-celadon bg-celadon-soft text-ink'
      }`}
    >
      <option value="">{facet.any}</option>
      {facet.values.map(({ value, label, count }) => (
        <option key={value} value={value}>
          {count === undefined ? label : `${label} (${count})`}
        </option>
      ))}
    </select>
  );
}

/** One facet beside the list, with how many there are of each. */
function Panel({ facet, onChoose }: { facet: Facet; onChoose: (value: string | undefined) => void }) {
  if (facet.values.length === 0) return null;
  return (
    <section>
      <h2 className="pb-1 font-sans text-[0.95rem] font-semibold">{facet.title}</h2>
      <ul>
        {facet.values.map(({ value, label, count }) => {
          const isChosen = value === facet.chosen;
          return (
            <li key={value}>
              <button
                type="button"
                aria-pressed={isChosen}
                onClick={() => onChoose(isChosen ? undefined : value)}
                className="flex min-h-9 w-full items-baseline gap-2 rounded-md px-2 py-1 text-left text-[0.92rem] text-ink-2 hover:bg-paper-2 hover:text-ink aria-pressed:bg-celadon-soft aria-pressed:font-semibold aria-pressed:text-ink"
              >
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{label}</span>
                {count === undefined ? null : <span className="tabular text-[0.85rem]">{count}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What people are narrowed by: chips on a phone, a panel elsewhere. */
export function Facets({ question, onChange, children }: FacetsProps) {
  const { facets, total, capped } = useFacets(question);
  const isNarrowed = facets.some(({ chosen }) => chosen !== undefined);
  const clear = () => onChange(question.q === undefined ? {} : { q: question.q });
  const shown = facets.filter(({ values }) => values.length > 0);
  const count = capped ? `${total}+` : String(total);
  return (
    <div className="gap-x-14 md:grid md:grid-cols-[15rem_minmax(0,1fr)]">
      <div className="flex flex-wrap gap-2.5 pb-4 md:hidden">
        {shown.map((facet) => (
          <Chip
            key={facet.name}
            facet={facet}
            onChoose={(value) => onChange(change(question, facet.name, value))}
          />
        ))}
      </div>
      <div className="hidden space-y-6 md:block">
        {shown.map((facet) => (
          <Panel
            key={facet.name}
            facet={facet}
            onChoose={(value) => onChange(change(question, facet.name, value))}
          />
        ))}
      </div>
      <div className="min-w-0">
        <div className="flex min-h-11 flex-wrap items-center gap-x-5 text-[0.92rem] text-ink-2">
          <p role="status">{total === undefined || total === 0 ? '' : <Trans>{count} found</Trans>}</p>
          {isNarrowed ? (
            <button type="button" className="act" onClick={clear}>
              <Trans>Clear the filters</Trans>
            </button>
          ) : null}
        </div>
        {children}
      </div>
    </div>
  );
}
