import { Trans } from '@lingui/react/macro';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { type FormEvent, useEffect, useRef } from 'react';
import { fieldId } from '../lists/search-link.tsx';

interface FieldProps {
  /** What is on the screen; empty before anything was asked. */
  readonly q: string;
  readonly label: string;
  readonly placeholder: string;
  readonly onAsk: (q: string) => void;
}

/** The field of a search. It asks when it is sent, not while it is written: nobody is told half a thought. */
export function Field({ q, label, placeholder, onAsk }: FieldProps) {
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
          id={fieldId}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={talkLimits.searchCharacters}
          aria-label={label}
          placeholder={placeholder}
          autoComplete="off"
          enterKeyHint="search"
          className="input min-w-0 flex-1"
        />
        <button type="submit" className="btn">
          <Trans>Search</Trans>
        </button>
      </form>
    </search>
  );
}
