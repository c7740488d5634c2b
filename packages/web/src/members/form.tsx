import type { InputHTMLAttributes, ReactNode } from 'react';
import { Labelled } from '../ui/labelled.tsx';

export { useAction } from '../ui/use-action.ts';

type InputProps = InputHTMLAttributes<HTMLInputElement>;
interface FieldProps extends InputProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Shown beside the field and read with it. */
  readonly fault?: ReactNode;
}

/** A labelled input with its hint and its fault. */
export function Field({ label, hint, fault, className = '', ...input }: FieldProps) {
  return (
    <Labelled {...{ label, hint, fault }}>
      {(field) => (
        <input className={`input ${className}`} aria-invalid={Boolean(fault)} {...field} {...input} />
      )}
    </Labelled>
  );
}

/** Six digits from a mail, as telephones fill them in by themselves. */
export function CodeField(props: FieldProps) {
  return (
    <Field
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9]{6}"
      maxLength={6}
      required
      className="tabular max-w-60 text-center font-mono text-[1.5rem] tracking-[0.4em]"
      {...props}
    />
  );
}

export function Submit({ pending, children }: { pending: boolean; children: ReactNode }) {
  return (
    <button type="submit" className="btn" aria-disabled={pending}>
      {children}
      {pending ? <span className="shimmer">…</span> : null}
    </button>
  );
}

/** A page of the named half: what is to be done, and beside it what it means. */
export function Sheet({
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
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-20 gap-y-10 pt-8 sm:pt-14 lg:grid-cols-[minmax(0,34rem)_minmax(0,22rem)]">
      <div className="min-w-0">
        <h1>{title}</h1>
        {lead ? <p className="mt-3 max-w-[34rem] text-ink-2">{lead}</p> : null}
        <div className="mt-8">{children}</div>
      </div>
      {aside ? <aside className="text-[0.95rem] text-ink-2 lg:pt-3">{aside}</aside> : null}
    </div>
  );
}
