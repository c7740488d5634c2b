import { Trans, useLingui } from '@lingui/react/macro';
import type { Proof, Security } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { type ReactNode, useRef } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { ErrorDictionary } from '../../ui/error-words.ts';
import { Field, useAction } from '../form.tsx';
import { proveByPasskey } from '../passkey.ts';
import { accountWords } from './words.ts';

interface ProofDialogProps {
  readonly title: string;
  /** What the button does. */
  readonly action: ReactNode;
  readonly isDanger?: boolean;
  /** The member's ways in, of which one is asked for. */
  readonly security: Security;
  /** What may be refused, where that is more than an account knows. */
  readonly words?: ErrorDictionary;
  readonly onClose: () => void;
  /** Does what was meant. The dialog closes when it is done. */
  readonly run: (proof: Proof, form: FormData) => Promise<void>;
  /** Further fields, and what is said before. */
  readonly children?: ReactNode;
}

/** Asks the member to show that they are there, by password or passkey, before something changes that matters. */
export function ProofDialog({
  title,
  action,
  isDanger = false,
  security,
  words = accountWords,
  onClose,
  run,
  children,
}: ProofDialogProps) {
  const { t } = useLingui();
  const form = useRef<HTMLFormElement>(null);
  const { hasPassword, passkeys } = security;
  const act = useAction(async (given: FormData, byPasskey: boolean) => {
    const proof = byPasskey
      ? await proveByPasskey()
      : { password: String(given.get('proof') ?? '').slice(0, membersLimits.passwordMax) };
    await run(proof, given);
    onClose();
  });
  const button = isDanger ? 'btn danger' : 'btn';
  return (
    <Ask open title={title} onClose={onClose}>
      <form
        ref={form}
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void act.run(new FormData(event.currentTarget), !hasPassword);
        }}
      >
        {children}
        {hasPassword ? (
          <Field label={t`Your password`} name="proof" type="password" autoComplete="current-password" />
        ) : (
          <p className="text-[0.95rem] text-ink-2">
            <Trans>Your device will ask for your passkey.</Trans>
          </p>
        )}
        {act.error ? <ErrorNotice error={act.error} words={words} /> : null}
        <p className="flex flex-wrap gap-3">
          <button type="submit" className={button} aria-disabled={act.pending}>
            {action}
            {act.pending ? <span className="shimmer">…</span> : null}
          </button>
          <button type="button" className="btn quiet" onClick={onClose}>
            <Trans>Leave it</Trans>
          </button>
        </p>
        {hasPassword && passkeys.length > 0 ? (
          <button
            type="button"
            className="act"
            onClick={() => {
              if (form.current?.reportValidity()) void act.run(new FormData(form.current), true);
            }}
          >
            <Trans>Use a passkey instead of the password</Trans>
          </button>
        ) : null}
      </form>
    </Ask>
  );
}
