/** What can be wrong with a log in a folder. */
export type LogStoreErrorCode =
  /** Another process, or this one, has the folder open. */
  | 'in-use'
  /** What is on disk is not what the checkpoint says. Nothing is written; restore the folder. */
  | 'damaged'
  /** The log has another size than the caller counted on. Nothing was appended. */
  | 'size-changed'
  /** No such entry yet. */
  | 'not-in-log'
  | 'closed'
  /** The database counts on entries that the log in the folder does not have: an old folder. Nothing is appended. */
  | 'log-behind-database'
  /** The database and the folder know different entries of one place. Nothing is appended. */
  | 'log-differs'
  /** Another process holds the folder, and did not append in time what was planned. It is not lost. */
  | 'not-written';

/** What a log store throws, beside the LogError of an entry that is too long and the errors of the file system. */
export class LogStoreError extends Error {
  readonly code: LogStoreErrorCode;

  constructor(code: LogStoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LogStoreError';
    this.code = code;
  }
}
