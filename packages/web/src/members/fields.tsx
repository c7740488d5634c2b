import type { ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { Labelled } from '../ui/labelled.tsx';

interface Told {
  readonly label: string;
  readonly hint?: ReactNode;
}

/** A labelled field of several lines. */
export function Area({ label, hint, ...area }: TextareaHTMLAttributes<HTMLTextAreaElement> & Told) {
  return (
    <Labelled {...{ label, hint }}>
      {(field) => <textarea className="input" rows={4} {...field} {...area} />}
    </Labelled>
  );
}

/** A labelled choice of a few. */
export function Choice({ label, hint, children, ...select }: SelectHTMLAttributes<HTMLSelectElement> & Told) {
  return (
    <Labelled {...{ label, hint }}>
      {(field) => (
        <select className="input" {...field} {...select}>
          {children}
        </select>
      )}
    </Labelled>
  );
}
