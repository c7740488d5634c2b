import { useLingui } from '@lingui/react/macro';
import type { RepresentativeRole } from '@teahouse/contract/members';

/** What those who act for a company are called. */
export function useRoleWords(): Readonly<Record<RepresentativeRole, string>> {
  const { t } = useLingui();
  return { owner: t`Owner`, speaker: t`Speaker`, recruiter: t`Recruiter` };
}
