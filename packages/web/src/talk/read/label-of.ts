import { useLingui } from '@lingui/react/macro';
import type { Directory } from '@teahouse/contract/issuer';
import type { Label } from '@teahouse/contract/talk';
import { useName } from '../../ui/use-name.ts';

/** Says whom a label stands for, such as "employee of X", by a directory; ids stand in where none has come. */
export function useLabelOf(
  directory: Pick<Directory, 'companies' | 'industries'> | undefined,
): (label: Label) => string {
  const { t } = useLingui();
  const name = useName();
  const company = (id: string) => {
    const found = directory?.companies.find((entry) => entry.id === id);
    return found ? name(found.name) : id;
  };
  const industry = (id: string) => {
    const found = directory?.industries.find((entry) => entry.id === id);
    return found ? name(found.name) : id;
  };
  return (label) => {
    if (label.kind === 'alias') return t`nothing shown but the mask`;
    const former = label.standing === 'former';
    if (label.kind === 'company') {
      const who = company(label.company);
      return former ? t`Former employee of ${who}` : t`Employee of ${who}`;
    }
    if (label.kind === 'industry') {
      const field = industry(label.industry);
      return former ? t`Formerly in ${field}` : t`Works in ${field}`;
    }
    return former ? t`Formerly a verified professional` : t`Verified professional`;
  };
}
