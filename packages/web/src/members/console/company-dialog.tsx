import { Trans, useLingui } from '@lingui/react/macro';
import type { ConsoleCompany } from '@teahouse/contract/members';
import { useName } from '../../ui/use-name.ts';
import { membersApi } from '../api.ts';
import { Field } from '../form.tsx';
import { ChangeDialog } from './change-dialog.tsx';

/** What can be changed about a company. */
export type CompanyChange =
  | { readonly kind: 'approve' | 'reject' | 'add' | 'parent' }
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
    case 'parent':
      return (
        <ChangeDialog
          title={t`To which company ${name} belongs`}
          action={<Trans>Set</Trans>}
          onClose={onClose}
          run={(given, form) => {
            const parent = String(form.get('parent') ?? '').trim();
            return membersApi.consoleSetParent({ params, body: { ...given, parent: parent || null } });
          }}
        >
          <p>
            <Trans>
              Companies that belong together are one employer: none of their recruiters learns that somebody
              of another one is open to work.
            </Trans>
          </p>
          <Field
            label={t`Id of the parent company`}
            name="parent"
            maxLength={40}
            pattern="[a-z0-9][a-z0-9\-]*"
            defaultValue={company.parent?.id ?? ''}
            hint={<Trans>Left empty, it belongs to none.</Trans>}
            className="font-mono"
            autoComplete="off"
          />
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
