import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Proof } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { type ReactNode, useId } from 'react';
import { ProofDialog } from '../account/proof-dialog.tsx';
import { securityQuery } from '../account/queries.ts';
import { forgetShown } from './queries.ts';
import { consoleWords } from './words.ts';

export interface Change {
  readonly reason: string;
  readonly proof: Proof;
}

interface ChangeDialogProps {
  readonly title: string;
  /** What the button does. */
  readonly action: ReactNode;
  readonly isDanger?: boolean;
  /** Said below the reason: who will read it. */
  readonly hint?: ReactNode;
  readonly onClose: () => void;
  readonly run: (change: Change, form: FormData) => Promise<unknown>;
  readonly children?: ReactNode;
}

/** Asks why, and that the operator is there, before anything is changed. Both are recorded, but for the proof. */
export function ChangeDialog({ title, action, isDanger, hint, onClose, run, children }: ChangeDialogProps) {
  const { t } = useLingui();
  const id = useId();
  const { data: security } = useQuery(securityQuery);
  if (!security) return null;
  return (
    <ProofDialog
      title={title}
      action={action}
      isDanger={isDanger ?? false}
      security={security}
      words={consoleWords}
      onClose={onClose}
      run={async (proof, form) => {
        await run({ proof, reason: String(form.get('reason') ?? '') }, form);
        await forgetShown();
      }}
    >
      {children}
      <div className="field">
        <label htmlFor={id}>{t`Why`}</label>
        <textarea
          id={id}
          name="reason"
          className="input"
          rows={3}
          required
          maxLength={membersLimits.consoleReason}
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} className="text-[0.86rem] text-ink-2">
          {hint ?? <Trans>It stands in the record with your name, for every operator to read.</Trans>}
        </p>
      </div>
    </ProofDialog>
  );
}
