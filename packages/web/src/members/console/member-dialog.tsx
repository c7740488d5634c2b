import { Trans, useLingui } from '@lingui/react/macro';
import type { ConsoleMember, ConsoleRole, OrderReason } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useState } from 'react';
import { membersApi } from '../api.ts';
import { Field } from '../form.tsx';
import { ReasonSelect } from '../order/parts.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { roleWords } from './words.ts';

/** What can be changed about a member. */
export type MemberChange =
  | { readonly kind: 'suspend' }
  | { readonly kind: 'lift' }
  | { readonly kind: 'role'; readonly role: ConsoleRole; readonly has: boolean };

interface Props {
  readonly member: Pick<ConsoleMember, 'id' | 'name'>;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

function SuspendDialog({ member, onDone, onClose }: Props) {
  const { t } = useLingui();
  const [rule, setRule] = useState<OrderReason>('harassment');
  const { name } = member;
  return (
    <ChangeDialog
      title={t`Suspend ${name}`}
      action={<Trans>Suspend</Trans>}
      isDanger
      hint={<Trans>The member reads these words, and every operator does.</Trans>}
      onClose={onClose}
      run={async (given, form) => {
        const days = Number(form.get('days'));
        const body = { ...given, rule, ...(days > 0 ? { days } : {}) };
        await membersApi.consoleSuspend({ params: { member: member.id }, body });
        await onDone();
      }}
    >
      <ReasonSelect label={t`What for`} value={rule} onChange={setRule} />
      <Field
        label={t`Days`}
        hint={t`Empty: until further notice.`}
        name="days"
        type="number"
        min={1}
        max={membersLimits.suspensionDays}
        className="max-w-32"
      />
    </ChangeDialog>
  );
}

/** Asks before a member's standing or role is changed, and does it. */
export function MemberDialog({ change, ...props }: Props & { change: MemberChange }) {
  const { t } = useLingui();
  const { member, onDone, onClose } = props;
  const { name } = member;
  const params = { member: member.id };
  if (change.kind === 'suspend') return <SuspendDialog {...props} />;
  if (change.kind === 'lift') {
    return (
      <ChangeDialog
        title={t`Lift the suspension of ${name}`}
        action={<Trans>Lift the suspension</Trans>}
        onClose={onClose}
        run={async (given) => {
          await membersApi.consoleLift({ params, body: given });
          await onDone();
        }}
      />
    );
  }
  const { role, has } = change;
  const called = t(roleWords[role]);
  return (
    <ChangeDialog
      title={has ? t`${name} becomes: ${called}` : t`${name} is no longer: ${called}`}
      action={has ? <Trans>Give the role</Trans> : <Trans>Take the role back</Trans>}
      isDanger={!has}
      onClose={onClose}
      run={async (given) => {
        await membersApi.consoleSetRole({ params, body: { ...given, role, has } });
        await onDone();
      }}
    />
  );
}
