import { useLingui } from '@lingui/react/macro';
import type { Name } from '@teahouse/contract/issuer';

/** A name in the language on the screen. */
export function useName(): (name: Name) => string {
  const { i18n } = useLingui();
  return (name) => (i18n.locale === 'zh' ? name.zh : name.en);
}
