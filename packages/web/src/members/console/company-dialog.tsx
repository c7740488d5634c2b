import { Trans, useLingui } from '@lingui/react/macro';
import type { ConsoleCompany } from '@teahouse/contract/members';
import { useName } from '../../ui/use-name.ts';
import { membersApi } from '../api.ts';
import { Field } from '../form.tsx';
import { ChangeDialog } from './change-dialog.tsx';

/** What can be changed about a company. */
export type CompanyChange =
  | { readonly kind: 'approve' | 'reject' | 'add' }
  | { readonly kind: 'remove'; readonly domain: string };

interface Props {
  readonly company: ConsoleCompany;
  readonly change: CompanyChange;
  readonly onClose: () => void;
}

/** Asks before a company is changed, and does it. */
export function CompanyDialog({ company, change, onClose }: Props) {
  const { t } = useLingui();
  const name = useName()(company.name);
  const params = { company: company.id };
  switch (change.kind) {
    case 'approve':
      return (
        <ChangeDialog
          title={t`Approve ${name}`}
          action={<Trans>Approve</Trans>}
          onClose={onClose}
          run={(given) => membersApi.consoleDecideCompany({ params, body: { ...given, verdict: 'approve' } })}
        >
          <p className="font-mono text-[0.95rem]">{company.domains.join(', ')}</p>
        </ChangeDialog>
      );
    case 'reject':
      return (
        <ChangeDialog
          title={t`Reject ${name}`}
          action={<Trans>Reject</Trans>}
          isDanger
          onClose={onClose}
          run={(given) => membersApi.consoleDecideCompany({ params, body: { ...given, verdict: 'reject' } })}
        >
          <p>
            <Trans>Its domain is free again for another proposal.</Trans>
          </p>
        </ChangeDialog>
      );
    case 'add':
      return (
        <ChangeDialog
          title={t`A domain of ${name}`}
          action={<Trans>Add</Trans>}
          onClose={onClose}
          run={(given, form) => {
            const domain = String(form.get('domain') ?? '');
            return membersApi.consoleAddDomain({ params, body: { ...given, domain } });
          }}
        >
          <Field label={t`Domain`} name="domain" required maxLength={253} className="font-mono" />
        </ChangeDialog>
      );
    case 'remove': {
      const { domain } = change;
      return (
        <ChangeDialog
          title={t`Remove ${domain}`}
          action={<Trans>Remove</Trans>}
          isDanger
          onClose={onClose}
          run={(given) => membersApi.consoleRemoveDomain({ params, body: { ...given, domain } })}
        />
      );
    }
  }
}
