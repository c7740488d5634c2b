import type { ThreadView } from '@teahouse/contract/talk';
import { aliasOf, fromBase64url } from '@teahouse/protocol';

/* Apart from `aliases.ts`: whoever only reads has no wallet in which an alias could be looked up. */

export interface PresentedAlias {
  readonly zh: string;
  readonly en: string;
  /** 2, 3 … where an earlier alias of the thread drew the same name. */
  readonly numeral: number | null;
  /** 16 bytes that the mask is drawn from. */
  readonly mask: Uint8Array;
}

/** Names and masks of a thread's aliases by pseudonym; in the order in which they first spoke. */
export function presentAliases(view: Pick<ThreadView, 'aliases' | 'posts'>): Map<string, PresentedAlias> {
  const spoke = view.posts.map(({ pseudonym }) => pseudonym);
  const order = [...new Set([...spoke, ...view.aliases.map(({ pseudonym }) => pseudonym)])];
  const drawn = new Map<string, number>();
  const presented = new Map<string, PresentedAlias>();
  for (const pseudonym of order) {
    const { zh, en, mask } = aliasOf(fromBase64url(pseudonym, 48));
    const times = (drawn.get(zh) ?? 0) + 1;
    drawn.set(zh, times);
    presented.set(pseudonym, { zh, en, numeral: times > 1 ? times : null, mask });
  }
  return presented;
}
