import type { InputHTMLAttributes, ReactNode } from 'react';
import { Labelled } from '../../ui/labelled.tsx';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: ReactNode;
}

/** A labelled input with its hint. */
export function Field({ label, hint, className = '', ...input }: FieldProps) {
  return (
    <Labelled {...{ label, hint }}>
      {(field) => <input className={`input ${className}`} {...field} {...input} />}
    </Labelled>
  );
}

/** Six digits of an authenticator. */
export const CodeField = ({ label, hint }: { label: string; hint?: ReactNode }) => (
  <Field
    label={label}
    hint={hint}
    name="code"
    inputMode="numeric"
    autoComplete="one-time-code"
    pattern="[0-9]{6}"
    maxLength={6}
    required
    className="tabular max-w-60 font-mono text-[1.3rem] tracking-[0.3em]"
  />
);

export function Submit({
  pending,
  disabled = false,
  children,
}: {
  pending: boolean;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <button type="submit" className="btn" aria-disabled={pending || disabled} disabled={disabled}>
      {children}
      {pending ? <span className="shimmer">…</span> : null}
    </button>
  );
}

/** A page of the desk outside of the queue: its title, what it is for, and beside it what it means. */
export function Paper({
  title,
  lead,
  aside,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-8 pt-5 sm:pt-8 lg:grid-cols-[minmax(0,34rem)_minmax(0,24rem)]">
      <div className="min-w-0">
        <h1 className="text-[1.5rem]">{title}</h1>
        {lead ? <p className="mt-2 text-ink-2">{lead}</p> : null}
        <div className="mt-6">{children}</div>
      </div>
      {aside ? <aside className="text-[0.95rem] lg:pt-3">{aside}</aside> : null}
    </div>
  );
}
