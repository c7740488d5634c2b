/** Everything that can be wrong with an input of this package, as a closed list. `BbsError` and `CborError` are inner. */
export type ProtocolErrorCode =
  | 'bytes-invalid'
  | 'seed-invalid'
  | 'phrase-invalid'
  | 'time-invalid'
  | 'credential-invalid'
  | 'commitment-invalid'
  | 'key-invalid'
  | 'label-invalid'
  | 'context-invalid'
  | 'presentation-invalid'
  | 'header-invalid'
  | 'body-invalid'
  | 'title-invalid'
  | 'text-invalid'
  | 'body-hash-mismatch'
  | 'signature-invalid'
  | 'token-invalid'
  | 'token-key-invalid'
  | 'blind-signature-invalid'
  | 'entry-invalid'
  | 'official-invalid';

/** What the public functions of this package throw. `code` is stable, the message is for developers. */
export class ProtocolError extends Error {
  readonly code: ProtocolErrorCode;

  constructor(code: ProtocolErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ProtocolError';
    this.code = code;
  }
}

/** Runs `work` and gives any error it throws the one code that the caller is promised. */
export function asProtocolError<T>(code: ProtocolErrorCode, message: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    throw new ProtocolError(code, message, { cause: error });
  }
}
