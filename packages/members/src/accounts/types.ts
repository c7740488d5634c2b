import type { Session } from './seal.ts';

export type Locale = 'zh' | 'en';

/** Whose request this is. */
export interface SignedIn extends Session {
  /** Language of mails. */
  readonly locale: Locale;
  /** May not write (order/suspended.ts). */
  readonly isSuspended: boolean;
}

/** What a sign-up keeps until it is confirmed. */
export interface SignUpRow {
  email: string;
  password: string;
  name: string;
  locale: Locale;
}
