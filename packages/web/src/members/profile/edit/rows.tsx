import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** Entries of a list that are edited together: each with its fields, and one more at the end. */
export function Rows<T>({
  rows,
  most,
  blank,
  legend,
  add,
  onChange,
  children,
}: {
  rows: readonly T[];
  most: number;
  blank: T;
  /** Names an entry by its place, from 1. */
  legend: (place: number) => string;
  add: string;
  onChange: (rows: T[]) => void;
  children: (row: T, change: (part: Partial<T>) => void) => ReactNode;
}) {
  const without = (place: number) => onChange(rows.filter((_, i) => i !== place));
  return (
    <div className="space-y-5">
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name but its place, and its fields are controlled
        <fieldset key={place} className="space-y-4 border-l-2 border-line pl-4">
          <legend className="sr-only">{legend(place + 1)}</legend>
          {children(row, (part) => onChange(rows.map((one, i) => (i === place ? { ...one, ...part } : one))))}
          <button type="button" className="act danger" onClick={() => without(place)}>
            <Trans>Take out</Trans>
            <span className="sr-only">{legend(place + 1)}</span>
          </button>
        </fieldset>
      ))}
      {rows.length < most ? (
        <button type="button" className="btn quiet" onClick={() => onChange([...rows, blank])}>
          {add}
        </button>
      ) : null}
    </div>
  );
}
