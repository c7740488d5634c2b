import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useName } from '../../../ui/use-name.ts';
import { useReading } from '../../read/reading.ts';
import { rooms as roomsReading } from '../../read/readings.ts';
import type { Question } from './question.ts';

interface ChipProps {
  readonly label: string;
  readonly value: string | number | undefined;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

/** One filter: the platform's own list behind a chip, which is filled when something is chosen. */
function Chip({ label, value, onChange, children }: ChipProps) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
      className={`field-sizing-content min-h-11 max-w-[15rem] rounded-full border px-4 text-[0.9rem] ${
        value === undefined
          ? 'border-line bg-transparent text-ink-2'
          : 'border-celadon bg-celadon-soft text-ink'
      }`}
    >
      {children}
    </select>
  );
}

/** What a search is narrowed by. */
export function Filters({ question, onChange }: { question: Question; onChange: (next: Question) => void }) {
  const { t } = useLingui();
  const name = useName();
  const { data = [] } = useReading(roomsReading);
  const { q, room, lang, label, days } = question;
  const change = (part: Record<string, unknown>) => onChange({ ...question, ...part } as Question);
  const narrowed = room ?? lang ?? label ?? days;
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <Chip label={t`Room`} value={room} onChange={(value) => change({ room: value || undefined })}>
        <option value="">{t`All rooms`}</option>
        {data
          .filter(({ access, id }) => access === 'public' || id === room)
          .map(({ id, name: names }) => (
            <option key={id} value={id}>
              {name(names)}
            </option>
          ))}
      </Chip>
      <Chip label={t`Language`} value={lang} onChange={(value) => change({ lang: value || undefined })}>
        <option value="">{t`Any language`}</option>
        <option value="zh">中文</option>
        <option value="en">English</option>
      </Chip>
      <Chip label={t`Who speaks`} value={label} onChange={(value) => change({ label: value || undefined })}>
        <option value="">{t`Whoever speaks`}</option>
        <option value="company">{t`Employees of a company`}</option>
        <option value="industry">{t`People of a trade`}</option>
        <option value="professional">{t`Verified professionals`}</option>
        <option value="alias">{t`Masks alone`}</option>
      </Chip>
      <Chip
        label={t`Time`}
        value={days}
        onChange={(value) => change({ days: value ? Number(value) : undefined })}
      >
        <option value="">{t`Any time`}</option>
        <option value="1">{t`The last day`}</option>
        <option value="7">{t`The last week`}</option>
        <option value="30">{t`The last month`}</option>
        <option value="365">{t`The last year`}</option>
      </Chip>
      {narrowed === undefined ? null : (
        <button type="button" className="act" onClick={() => onChange(q === undefined ? {} : { q })}>
          {t`No filters`}
        </button>
      )}
    </div>
  );
}
