/** A write to talk that was answered with 200: it must be there for ever. */
export interface TalkWrite {
  readonly kind: 'thread' | 'reply' | 'edit' | 'delete';
  /** Id of the act, base64url. */
  readonly id: string;
}

/** A device that another one of its account signed out. Signing in and out by oneself writes nothing. */
export interface MembersWrite {
  readonly cookie: string;
}

/** When an answer of 200 came (ms of `performance.now()`), and when the request that got it had been sent. */
export interface Success {
  readonly sent: number;
  readonly answered: number;
}

/** What a load was told, by plane. Filled while it runs. */
export interface Ledger {
  readonly talk: TalkWrite[];
  readonly members: MembersWrite[];
  readonly successes: Readonly<Record<'members' | 'talk', Success[]>>;
  /** Answers that nobody should have got: neither 200, nor 503 with Retry-After, nor a broken connection. */
  readonly unexpected: string[];
  /** How often each stable code was answered with 503. */
  readonly refusals: Map<string, number>;
  /** Answers and connections that failed as they may, and were tried again. */
  retries: number;
  /** The longest that anyone waited for an answer, seconds. */
  slowest: number;
}

export const newLedger = (): Ledger => ({
  talk: [],
  members: [],
  successes: { members: [], talk: [] },
  unexpected: [],
  refusals: new Map(),
  retries: 0,
  slowest: 0,
});
