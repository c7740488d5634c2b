import { Trans } from '@lingui/react/macro';
import { type ReactNode, type Ref, useId, useState } from 'react';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** What is wrong with it; read with the field. */
  readonly fault?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A passphrase, hidden unless one asks to see it. Browsers are asked not to keep it: then it would protect nothing. */
export function PassphraseField({ label, value, onChange, hint, fault, inputRef }: PassphraseFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div className="field max-w-[26rem]">
      <div className="flex items-end justify-between gap-4">
        <label htmlFor={id} className="font-semibold text-[0.95rem]">
          {label}
        </label>
        <button type="button" className="act -my-2" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? <Trans>Hide it</Trans> : <Trans>Show it</Trans>}
        </button>
      </div>
      <input
        id={id}
        ref={inputRef}
        type={shown ? 'text' : 'password'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className="input"
        aria-invalid={Boolean(fault)}
        aria-describedby={`${id}-note`}
      />
      <p id={`${id}-note`} className="text-[0.86rem] text-ink-2 empty:hidden">
        {fault ? <span className="text-cinnabar">{fault}</span> : hint}
      </p>
    </div>
  );
}
