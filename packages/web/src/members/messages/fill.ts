import type { Placeholder } from '@teahouse/contract/members';

/** A template with what it leaves open filled in. */
export const fillTemplate = (text: string, values: Readonly<Record<Placeholder, string>>): string =>
  text.replace(/\{(name|job|company)\}/g, (_whole, key: Placeholder) => values[key]);
