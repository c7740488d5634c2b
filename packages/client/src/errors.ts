/** One refused field of an `invalid-input`. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

/** Codes of the client itself, beside those in the contract's error tables. */
export type ClientErrorCode =
  | 'offline'
  | 'wallet-missing'
  | 'wallet-exists'
  | 'phrase-invalid'
  | 'credential-missing'
  | 'credential-invalid'
  | 'issuer-key-unknown'
  /** A log is signed with another key than this device has seen. The client stops. */
  | 'log-key-changed'
  /** A log shows another history than it did before, or elsewhere. The client stops. */
  | 'log-forked'
  /** A log has fewer entries than it had. The client stops. */
  | 'log-rolled-back'
  /** A key, directory, count or credential that the log doesn't hold. */
  | 'not-in-log'
  /** A log with a bad signature or broken tiles. */
  | 'log-invalid'
  /** What is shown will be in the log soon, or is older than what was seen; another try may help. */
  | 'log-behind'
  | 'instance-changed'
  | 'tokens-out'
  | 'label-unavailable'
  | 'text-invalid'
  /** The device's lock is on, and nobody has unlocked it. */
  | 'store-locked'
  /** What this device kept can't be read any more; only the recovery phrase helps. */
  | 'store-damaged'
  | 'lock-exists'
  | 'lock-last-way'
  | 'passphrase-short'
  | 'passphrase-wrong'
  | 'passkey-wrong'
  /** The words of another key. */
  | 'phrase-other';

interface ApiErrorInit {
  readonly status?: number;
  readonly title?: string;
  readonly detail?: string;
  readonly issues?: readonly Issue[];
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** What went wrong, by a stable code: the contract's (`Problem.code`) or one of `ClientErrorCode`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly issues: readonly Issue[];
  /** Seconds after which another try makes sense, where the server said so. */
  readonly retryAfter: number | undefined;

  constructor(code: string, init: ApiErrorInit = {}) {
    super(init.title ? `${code}: ${init.title}` : code, { cause: init.cause });
    this.code = code;
    this.status = init.status ?? 0;
    this.title = init.title ?? code;
    this.detail = init.detail;
    this.issues = init.issues ?? [];
    this.retryAfter = init.retryAfter;
  }
}

/** An error of the client's own. */
export const clientError = (code: ClientErrorCode, detail?: string): ApiError =>
  new ApiError(code, detail === undefined ? {} : { detail });
