import { type ReactNode, useId } from 'react';

interface LabelledProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with it; read out when it appears. */
  readonly fault?: ReactNode;
  readonly children: (field: { id: string; 'aria-describedby'?: string }) => ReactNode;
}

/** A field with its label above it and, below, its hint and its fault, which screen readers tell with it. */
export function Labelled({ label, hint, fault, children }: LabelledProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].join(' ').trim();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(described && { 'aria-describedby': described }) })}
      {hint ? (
        <p id={`${id}-hint`} className="text-[0.86rem] text-ink-2">
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p id={`${id}-fault`} role="alert" className="text-[0.9rem] text-cinnabar">
          {fault}
        </p>
      ) : null}
    </div>
  );
}
