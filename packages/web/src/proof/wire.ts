import type { Verdict } from '@teahouse/proof';

/** Keys of logs that this device has met before: origin of the log to its verifier key (C2SP signed-note). */
export type KnownKeys = Readonly<Record<string, string>>;

/** What the page asks the worker that checks proofs. */
export interface CheckCall {
  readonly id: number;
  /** The file as it was given. */
  readonly bytes: Uint8Array;
  readonly known: KnownKeys;
}

/** What a file turned out to be. */
export type Checked =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  /** `reason` is one of `ProofError`, or `internal`. */
  | { readonly kind: 'unusable'; readonly reason: string };

export interface CheckReply {
  readonly id: number;
  readonly checked: Checked;
}
