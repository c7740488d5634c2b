/** What opens a lock. */
export type LockSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  /** `output`: 32 bytes, what the passkey's PRF gives for the way's `input`. */
  | { readonly kind: 'passkey'; readonly credential: Uint8Array; readonly output: Uint8Array }
  | { readonly kind: 'phrase'; readonly phrase: string };

/** A secret that becomes a way in. */
export type NewLockSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | {
      readonly kind: 'passkey';
      readonly credential: Uint8Array;
      /** What the PRF was asked for, and what it gave: 32 bytes each. */
      readonly input: Uint8Array;
      readonly output: Uint8Array;
    };

/** Characters that a new passphrase has at least. */
export const leastPassphrase = 10;

/** The passphrase as it is stretched: typed on another keyboard it may be composed otherwise. */
export const normalPassphrase = (passphrase: string): string => passphrase.normalize('NFKC');

/** Whether it is long enough; counted in code points. */
export const isLongEnough = (passphrase: string): boolean =>
  [...normalPassphrase(passphrase)].length >= leastPassphrase;
