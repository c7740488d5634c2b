import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';

interface SearchFieldProps {
  /** What is on the screen; empty before anything was asked. */
  readonly q: string;
  readonly label: string;
  readonly placeholder: string;
  /** Characters that are taken. */
  readonly most: number;
  readonly id?: string;
  readonly onAsk: (q: string) => void;
  /** What stands on the button. */
  readonly children: ReactNode;
}

/** The field of a search. It asks when it is sent, not while it is written: nobody is told half a thought. */
export function SearchField({ q, label, placeholder, most, id, onAsk, children }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current) field.current.value = q;
  }, [q]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onAsk(field.current?.value.trim() ?? '');
  };
  return (
    <search>
      <form onSubmit={send} className="flex gap-3">
        <input
          ref={field}
          {...(id && { id })}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={most}
          aria-label={label}
          placeholder={placeholder}
          autoComplete="off"
          enterKeyHint="search"
          className="input min-w-0 flex-1"
        />
        <button type="submit" className="btn">
          {children}
        </button>
      </form>
    </search>
  );
}
