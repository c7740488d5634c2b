import { useLingui } from '@lingui/react/macro';
import type { Label } from '@teahouse/contract/talk';
import { useName } from '../../ui/use-name.ts';
import { useReading } from './reading.ts';
import { directory as directoryReading } from './readings.ts';

/** Says whom a label stands for, such as "employee of X". Ids stand in until the directory has come. */
export function useLabelWords(): (label: Label) => string {
  const { t } = useLingui();
  const name = useName();
  const { data } = useReading(directoryReading);
  const company = (id: string) => {
    const found = data?.companies.find((entry) => entry.id === id);
    return found ? name(found.name) : id;
  };
  const industry = (id: string) => {
    const found = data?.industries.find((entry) => entry.id === id);
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
