import type { OpenKey } from './keys.ts';

/** What the tabs of one device tell each other of the lock. The key crosses between pages of one origin, and is in no file. */
export type TabMessage =
  | { readonly kind: 'lock' }
  /** The record, or everything, was changed in the Store. */
  | { readonly kind: 'changed' }
  /** A tab that is locked asks those that are not. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'key'; readonly key: OpenKey };

/** The other tabs of this device. */
export interface Tabs {
  tell(message: TabMessage): void;
  listen(listener: (message: TabMessage) => Promise<void>): void;
}

/** A device with one page. */
export const noTabs: Tabs = { tell: () => undefined, listen: () => undefined };
