import { Trans, useLingui } from '@lingui/react/macro';
import type { Label } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { membersPrefix } from '@teahouse/contract/members/paths';
import { useState } from 'react';
import { type Filter, stages } from './board-state.ts';
import { Dot } from './label-chip.tsx';
import { columnWords } from './words.ts';

interface FiltersProps {
  readonly filter: Filter;
  readonly labels: readonly Label[];
  readonly onChange: (filter: Filter) => void;
}

/** Narrows the board by words and by labels. */
export function Filters({ filter, labels, onChange }: FiltersProps) {
  const { t } = useLingui();
  const toggle = (id: string) => {
    const next = new Set(filter.labels);
    if (!next.delete(id)) next.add(id);
    onChange({ ...filter, labels: next });
  };
  return (
    <search className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input
        type="search"
        className="input min-h-11 max-w-72"
        aria-label={t`Search the applications`}
        placeholder={t`Name, words, notes`}
        maxLength={membersLimits.pipeline.boardSearchMax}
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.currentTarget.value })}
      />
      {labels.map((label) => (
        <button
          key={label.id}
          type="button"
          aria-pressed={filter.labels.has(label.id)}
          className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line px-3 text-[0.9rem] aria-pressed:border-celadon aria-pressed:bg-celadon-soft"
          onClick={() => toggle(label.id)}
        >
          <Dot tone={label.tone} />
          {label.name}
        </button>
      ))}
    </search>
  );
}

/** Links to the board, or to one stage of it, as a file. */
export function ExportLinks({ job }: { job: string }) {
  const { t } = useLingui();
  const [stage, setStage] = useState('');
  const at = `${membersPrefix}/hire/jobs/${job}/export?${stage ? `stage=${stage}&` : ''}as=`;
  return (
    <span className="flex flex-wrap items-center gap-x-4 text-[0.9rem] text-ink-2">
      <Trans>Export</Trans>
      <select
        aria-label={t`Stages to export`}
        className="input min-h-11 w-auto py-1.5"
        value={stage}
        onChange={(event) => setStage(event.currentTarget.value)}
      >
        <option value="">{t`All stages`}</option>
        {stages.map((one) => (
          <option key={one} value={one}>
            {t(columnWords[one])}
          </option>
        ))}
      </select>
      <a href={`${at}csv`} download="applications.csv" className="act link">
        CSV
      </a>
      <a href={`${at}json`} download="applications.json" className="act link">
        JSON
      </a>
    </span>
  );
}
