import { Plural } from '@lingui/react/macro';
import { useId } from 'react';

interface PlainFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** In Unicode code points, as the server counts them. */
  readonly limit: number;
  readonly note: string;
  readonly rows?: number;
}

/** Words for moderators alone: plain ones, so there are no tools for marks. Counts when it gets long. */
export function PlainField({ label, value, onChange, limit, note, rows = 3 }: PlainFieldProps) {
  const id = useId();
  const length = [...value].length;
  const over = length - limit;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        value={value}
        aria-invalid={over > 0}
        aria-describedby={`${id}-note`}
        className="input max-h-[40vh]"
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className="flex justify-between gap-4 text-[0.84rem] text-ink-2">
        {over > 0 ? (
          <span className="text-cinnabar">
            <Plural
              value={over}
              one="# character too many: shorten it."
              other="# characters too many: shorten it."
            />
          </span>
        ) : (
          <span>{note}</span>
        )}
        {length > limit * 0.8 ? (
          <span className="tabular ml-auto">
            {length} / {limit}
          </span>
        ) : null}
      </p>
    </div>
  );
}
