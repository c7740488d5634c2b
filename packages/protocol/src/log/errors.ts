/** Everything that can be wrong with a log or with what claims to be a part of one, as a closed list. */
export type LogErrorCode =
  /** An index or size that no tree has. */
  | 'index-invalid'
  /** A proof that does not lead from what is claimed to the root. */
  | 'proof-invalid'
  | 'tile-invalid'
  | 'bundle-invalid'
  | 'entry-too-long'
  | 'key-invalid'
  | 'note-invalid'
  /** No key that is known has signed. */
  | 'signature-unknown'
  /** A known key is named, but the signature is not its. */
  | 'signature-invalid'
  | 'checkpoint-invalid'
  /** A checkpoint of another log. */
  | 'origin-mismatch'
  | 'checkpoint-missing'
  | 'tile-missing'
  /** A tile that does not agree with the tiles below it. */
  | 'tile-mismatch'
  /** The tiles do not hash to the root that was signed. */
  | 'root-mismatch'
  /** An entry that does not hash to its leaf. */
  | 'entry-mismatch'
  /** The tree does not hold the claimed entry at that place. */
  | 'not-in-log'
  /** The entry is beyond the checkpoint: it may stand there soon. */
  | 'log-behind'
  /** The log is shorter than it once was. */
  | 'rolled-back'
  /** The log once signed another history: there are two of them. */
  | 'forked';

/** What the functions of `@teahouse/protocol/log` throw. `code` is stable, the message is for developers. */
export class LogError extends Error {
  readonly code: LogErrorCode;

  constructor(code: LogErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LogError';
    this.code = code;
  }
}
