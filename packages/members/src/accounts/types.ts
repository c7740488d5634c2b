import type { Session } from './seal.ts';

export type Locale = 'zh' | 'en';

/** Whose request this is, be it by a session or by an access token. */
export interface Member {
  readonly account: string;
  /** Language of mails. */
  readonly locale: Locale;
  /** May not write (order/suspended.ts). */
  readonly isSuspended: boolean;
}

/** A member with the session of a browser. */
export interface SignedIn extends Session, Member {}

/** What a sign-up keeps until it is confirmed. */
export interface SignUpRow {
  email: string;
  /** Null where a passkey is made instead. */
  password: string | null;
  name: string;
  locale: Locale;
}
