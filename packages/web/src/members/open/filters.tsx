import { Trans, useLingui } from '@lingui/react/macro';
import type { JobLevel, JobRole } from '@teahouse/contract/members';
import { type FormEvent, useEffect, useRef } from 'react';
import { levelWords, roleWords } from '../jobs/words.ts';
import type { OpenSearch } from './question.ts';

interface Choice {
  readonly name: 'role' | 'level' | 'remote';
  readonly title: string;
  readonly any: string;
  readonly values: readonly { value: string; label: string }[];
}

function useChoices(): readonly Choice[] {
  const { t } = useLingui();
  return [
    {
      ...{ name: 'role', title: t`Kind of work`, any: t`Any work` },
      values: (Object.keys(roleWords) as JobRole[]).map((value) => ({ value, label: t(roleWords[value]) })),
    },
    {
      ...{ name: 'level', title: t`Level`, any: t`Any level` },
      values: (Object.keys(levelWords) as JobLevel[]).map((value) => ({
        value,
        label: t(levelWords[value]),
      })),
    },
    {
      ...{ name: 'remote', title: t`Where`, any: t`On site or remote` },
      values: [{ value: 'yes', label: t`Remote` }],
    },
  ];
}

/** What is asked of people. Words and city are asked when they are sent, the rest when it is chosen. */
export function OpenFilters({ search, onAsk }: { search: OpenSearch; onAsk: (next: OpenSearch) => void }) {
  const { t } = useLingui();
  const words = useRef<HTMLInputElement>(null);
  const city = useRef<HTMLInputElement>(null);
  const choices = useChoices();
  useEffect(() => {
    if (words.current) words.current.value = search.q ?? '';
    if (city.current) city.current.value = search.city ?? '';
  }, [search.q, search.city]);
  const written = (): OpenSearch => {
    const [q, place] = [words.current?.value.trim(), city.current?.value.trim()];
    const { q: _q, city: _city, ...rest } = search;
    return { ...rest, ...(q && { q }), ...(place && { city: place }) };
  };
  const choose = (name: Choice['name'], value: string) => {
    const { [name]: _, ...rest } = written();
    onAsk(value === '' ? rest : ({ ...rest, [name]: value } as OpenSearch));
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    onAsk(written());
  };
  return (
    <search>
      <form onSubmit={send} className="flex flex-wrap gap-3">
        <input
          ref={words}
          type="search"
          name="q"
          defaultValue={search.q ?? ''}
          maxLength={80}
          aria-label={t`Search people`}
          placeholder={t`A skill, a school, a title`}
          autoComplete="off"
          enterKeyHint="search"
          className="input min-w-0 flex-[2_1_16rem]"
        />
        <input
          ref={city}
          name="city"
          defaultValue={search.city ?? ''}
          maxLength={80}
          aria-label={t`City`}
          placeholder={t`City`}
          autoComplete="off"
          className="input min-w-0 flex-[1_1_8rem]"
        />
        <button type="submit" className="btn">
          <Trans>Search</Trans>
        </button>
      </form>
      <div className="mt-3 flex flex-wrap items-center gap-2.5">
        {choices.map(({ name, title, any, values }) => (
          <select
            key={name}
            aria-label={title}
            value={search[name] ?? ''}
            onChange={(event) => choose(name, event.target.value)}
            className={`min-h-11 max-w-[14rem] rounded-full border px-4 text-[0.9rem] ${
              search[name]
                ? 'border-celadon bg-celadon-soft text-ink'
                : 'border-line bg-transparent text-ink-2'
            }`}
          >
            <option value="">{any}</option>
            {values.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        ))}
        {Object.keys(search).length > 0 ? (
          <button type="button" className="act" onClick={() => onAsk({})}>
            <Trans>Clear the filters</Trans>
          </button>
        ) : null}
      </div>
    </search>
  );
}
