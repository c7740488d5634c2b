/** Stable codes of everything that can be wrong with an input of this package. */
export type BbsErrorCode =
  | 'input-invalid'
  | 'key-invalid'
  | 'point-invalid'
  | 'scalar-invalid'
  | 'index-invalid'
  | 'proof-length'
  | 'proof-invalid'
  | 'commitment-length'
  | 'commitment-invalid'
  | 'signature-invalid'
  | 'randomness-invalid';

/** The only error this package throws on malformed or forged input. */
export class BbsError extends Error {
  readonly code: BbsErrorCode;

  constructor(code: BbsErrorCode, message: string) {
    super(message);
    this.name = 'BbsError';
    this.code = code;
  }
}
