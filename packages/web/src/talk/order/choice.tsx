import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly children: ReactNode;
}

/** One filter: the platform's own list, which is filled when something is chosen. */
export const Choice = ({ label, any, value, onChange, children }: ChoiceProps) => (
  <select
    aria-label={label}
    value={value ?? ''}
    onChange={(event) => onChange(event.target.value || undefined)}
    className={`field-sizing-content min-h-11 max-w-[15rem] rounded-full border px-4 text-[0.9rem] ${
      value === undefined
        ? 'border-line bg-transparent text-ink-2'
        : 'border-celadon bg-celadon-soft text-ink'
    }`}
  >
    <option value="">{any}</option>
    {children}
  </select>
);

/** An option for each word of a dictionary. */
export function Options({ of }: { of: Readonly<Record<string, MessageDescriptor>> }) {
  const { t } = useLingui();
  return Object.entries(of).map(([value, words]) => (
    <option key={value} value={value}>
      {t(words)}
    </option>
  ));
}
