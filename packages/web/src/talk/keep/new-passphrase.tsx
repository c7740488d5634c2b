import { Trans, useLingui } from '@lingui/react/macro';
import { isLongEnough, leastPassphrase } from '@teahouse/client/wallet/lock/secrets';
import { type ReactNode, useRef, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { keepWords } from './keep-words.ts';
import { PassphraseField } from './passphrase-field.tsx';

type Fault = 'short' | 'differs' | null;

/** A passphrase that is chosen, entered twice: nobody can send it to you again. */
export function NewPassphrase({
  action,
  onPassphrase,
}: {
  action: ReactNode;
  onPassphrase: (passphrase: string) => Promise<void>;
}) {
  const { t } = useLingui();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<Fault>(null);
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const save = useAction(() => onPassphrase(passphrase));
  function submit(): void {
    const found = !isLongEnough(passphrase) ? 'short' : passphrase !== again ? 'differs' : null;
    setFault(found);
    if (found) fields.current[found === 'short' ? 0 : 1]?.focus();
    else void save.run();
  }
  return (
    <form
      className="space-y-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <PassphraseField
        label={t`New passphrase`}
        value={passphrase}
        onChange={setPassphrase}
        hint={t`Four words that have nothing to do with each other are easy to keep and hard to guess.`}
        fault={fault === 'short' ? t`At least ${leastPassphrase} characters.` : null}
        inputRef={(input) => {
          fields.current[0] = input;
        }}
      />
      <PassphraseField
        label={t`Once more`}
        value={again}
        onChange={setAgain}
        fault={fault === 'differs' ? t`The two are not the same.` : null}
        inputRef={(input) => {
          fields.current[1] = input;
        }}
      />
      {save.error ? <ErrorNotice error={save.error} words={keepWords} /> : null}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="submit" className="btn" aria-disabled={save.pending}>
          {action}
        </button>
        <span role="status" className="text-[0.9rem] text-ink-2">
          {save.pending ? (
            <span className="shimmer">
              <Trans>Sealing what is here…</Trans>
            </span>
          ) : null}
        </span>
      </p>
    </form>
  );
}
