import { Trans, useLingui } from '@lingui/react/macro';
import type { JobLevel, JobRole } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { type FormEvent, useEffect, useRef } from 'react';
import { asksJobs, type JobSearch } from './question.ts';
import { levelWords, roleWords } from './words.ts';

interface Choice {
  readonly name: 'role' | 'level' | 'pay' | 'remote';
  readonly title: string;
  readonly any: string;
  readonly values: readonly { value: string; label: string }[];
}

/** One fact: the platform's own list behind a chip, which is filled when something is chosen. */
function Chip({
  choice,
  chosen,
  onChoose,
}: {
  choice: Choice;
  chosen: string;
  onChoose: (value: string) => void;
}) {
  return (
    <select
      aria-label={choice.title}
      value={chosen}
      onChange={(event) => onChoose(event.target.value)}
      className={`field-sizing-content min-h-11 max-w-[14rem] rounded-full border px-4 text-[0.9rem] ${
        chosen === '' ? 'border-line bg-transparent text-ink-2' : 'border-celadon bg-celadon-soft text-ink'
      }`}
    >
      <option value="">{choice.any}</option>
      {choice.values.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

function useChoices(): readonly Choice[] {
  const { t, i18n } = useLingui();
  const number = new Intl.NumberFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB');
  const from = (step: number) => number.format(step);
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
      ...{ name: 'pay', title: t`Pay of a month`, any: t`Any pay` },
      values: membersLimits.jobPaySteps.map((step) => ({
        value: String(step),
        label: t`¥${from(step)} and more`,
      })),
    },
    {
      ...{ name: 'remote', title: t`Where`, any: t`On site or remote` },
      values: [{ value: 'yes', label: t`Remote` }],
    },
  ];
}

/** What is asked of jobs. Words and city are asked when they are sent, the rest when it is chosen. */
export function Filters({ search, onAsk }: { search: JobSearch; onAsk: (next: JobSearch) => void }) {
  const { t } = useLingui();
  const words = useRef<HTMLInputElement>(null);
  const city = useRef<HTMLInputElement>(null);
  const choices = useChoices();
  useEffect(() => {
    if (words.current) words.current.value = search.q ?? '';
    if (city.current) city.current.value = search.city ?? '';
  }, [search.q, search.city]);
  const written = (): JobSearch => {
    const [q, place] = [words.current?.value.trim(), city.current?.value.trim()];
    const { q: _q, city: _city, ...rest } = search;
    return { ...rest, ...(q && { q }), ...(place && { city: place }) };
  };
  const choose = (name: Choice['name'], value: string) => {
    const { [name]: _, ...rest } = written();
    onAsk(value === '' ? rest : ({ ...rest, [name]: name === 'pay' ? Number(value) : value } as JobSearch));
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
          aria-label={t`Search jobs`}
          placeholder={t`A title, a skill, a company`}
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
        {choices.map((choice) => (
          <Chip
            key={choice.name}
            choice={choice}
            chosen={String(search[choice.name] ?? '')}
            onChoose={(value) => choose(choice.name, value)}
          />
        ))}
        {asksJobs(search) ? (
          <button type="button" className="act" onClick={() => onAsk({})}>
            <Trans>Clear the filters</Trans>
          </button>
        ) : null}
      </div>
    </search>
  );
}
