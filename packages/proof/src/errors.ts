/** Why a file is no proof that could be judged, as a closed list. */
export type UnusableReason =
  /** Larger than any proof. */
  | 'too-large'
  /** Not UTF-8, or not JSON. */
  | 'not-json'
  /** Not the fields of a proof, each in its form. */
  | 'not-format'
  /** Says what a proof says, but is written in another way than `writeProof` writes it. */
  | 'not-canonical';

/** What `readProof` throws. `code` and `reason` are stable, the message is for developers. */
export class ProofError extends Error {
  readonly code = 'unusable';
  readonly reason: UnusableReason;

  constructor(reason: UnusableReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ProofError';
    this.reason = reason;
  }
}
