import { Trans, useLingui } from '@lingui/react/macro';
import type { LockSecret, LockSnapshot, LockWay } from '@teahouse/client';
import { type ReactNode, useRef, useState } from 'react';
import { askPasskey } from '../../holder/passkey.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { keepWords } from './keep-words.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { PhraseEntry } from './phrase-entry.tsx';

interface SecretFormProps {
  readonly lock: LockSnapshot;
  /** What the button says beside the passphrase. */
  readonly action: ReactNode;
  /** Throws where the secret is not the right one. */
  readonly onSecret: (secret: LockSecret) => Promise<void>;
  /** Whether the field takes the focus when it appears: only where somebody has just asked for it. */
  readonly focused?: boolean;
}
type PasskeyWay = Extract<LockWay, { kind: 'passkey' }>;

/** Asks for what opens the lock: the passphrase, a passkey, or in their place the 24 words. */
export function SecretForm({ lock, action, onSecret, focused = false }: SecretFormProps) {
  const { t } = useLingui();
  const [passphrase, setPassphrase] = useState('');
  const [byWords, setByWords] = useState(lock.ways.length === 0);
  const field = useRef<HTMLInputElement>(null);
  const passkeys = lock.ways.filter((way): way is PasskeyWay => way.kind === 'passkey');
  const hasPassphrase = lock.ways.some(({ kind }) => kind === 'passphrase');
  const attempt = useAction(async (secret: () => Promise<LockSecret>) => {
    try {
      await onSecret(await secret());
    } catch (error) {
      field.current?.select();
      throw error;
    }
  });
  const notice = attempt.error ? <ErrorNotice error={attempt.error} words={keepWords} /> : null;
  if (byWords) {
    return (
      <div className="space-y-4">
        <PhraseEntry
          action={action}
          pending={attempt.pending}
          onPhrase={(phrase) => void attempt.run(async () => ({ kind: 'phrase', phrase }))}
        />
        {notice}
        {lock.ways.length > 0 ? (
          <button type="button" className="link min-h-11" onClick={() => setByWords(false)}>
            <Trans>Back to the passphrase or passkey</Trans>
          </button>
        ) : null}
      </div>
    );
  }
  return (
    <form
      className="space-y-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase === '') return field.current?.focus();
        void attempt.run(async () => ({ kind: 'passphrase', passphrase }));
      }}
    >
      {hasPassphrase ? (
        <PassphraseField
          label={t`Passphrase`}
          value={passphrase}
          onChange={setPassphrase}
          inputRef={(input) => {
            if (focused && input && !field.current) input.focus();
            field.current = input;
          }}
        />
      ) : null}
      {notice}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {hasPassphrase ? (
          <button type="submit" className="btn" aria-disabled={attempt.pending}>
            {action}
          </button>
        ) : null}
        {passkeys.length > 0 ? (
          <button
            type="button"
            className={hasPassphrase ? 'btn quiet' : 'btn'}
            aria-disabled={attempt.pending}
            onClick={() => void attempt.run(() => askPasskey(passkeys))}
          >
            <Trans>With the passkey</Trans>
          </button>
        ) : null}
        <button type="button" className="link min-h-11" onClick={() => setByWords(true)}>
          <Trans>With the 24 words</Trans>
        </button>
        <span role="status" className="text-[0.9rem] text-ink-2">
          {attempt.pending ? (
            <span className="shimmer">{t`A moment: guessing is made slow on purpose…`}</span>
          ) : null}
        </span>
      </p>
    </form>
  );
}
