import type { Session } from './seal.ts';

/** A session that this process has seen, for the list of devices. */
export interface Noted extends Session {
  readonly device: string;
}

/**
 * What this process remembers of sessions, and nobody writes down: those it has seen, and those that signed out.
 * Other processes hear of sign-outs (endings.ts) and not of devices. A restart forgets both: the list fills again as
 * devices call, and the others tell of sign-outs; where all ended at once, a copy of a cookie made before its sign-out
 * counts again until it expires or its member signs out everywhere else.
 */
export interface Presence {
  /** Puts a session on the list, once. */
  note(session: Noted): void;
  /** Sessions of the account in its present generation. */
  list(who: Pick<Session, 'account' | 'generation'>): Noted[];
  /** Ends a session for this process. */
  end(session: Pick<Session, 'session' | 'expires'>): void;
  hasEnded(session: string): boolean;
  /** Those that ended and have not expired, the earliest first. */
  ended(): Pick<Session, 'session' | 'expires'>[];
  /** Forgets what the list has of a deleted account. */
  forget(account: string): void;
  /** Forgets what has expired before a day. */
  sweep(today: string): void;
}

/** Of either kind; beyond it the earliest are forgotten. Some 15 MB each. */
const mostSessions = 50_000;

export function createPresence(most: number = mostSessions): Presence {
  // In the order in which sessions were first seen, and never moved: not even memory tells who came last.
  const seen = new Map<string, Noted>();
  const ended = new Map<string, string>();
  return {
    note(session) {
      const before = seen.get(session.session);
      if (before?.generation === session.generation) return;
      seen.set(session.session, session);
      bound(seen, most);
    },
    list: ({ account, generation }) =>
      [...seen.values()].filter((one) => one.account === account && one.generation === generation),
    end({ session, expires }) {
      seen.delete(session);
      ended.set(session, expires);
      bound(ended, most);
    },
    hasEnded: (session) => ended.has(session),
    ended: () => [...ended].map(([session, expires]) => ({ session, expires })),
    forget(account) {
      for (const one of seen.values()) if (one.account === account) seen.delete(one.session);
    },
    sweep(today) {
      for (const one of seen.values()) if (one.expires < today) seen.delete(one.session);
      for (const [session, expires] of ended) if (expires < today) ended.delete(session);
    },
  };
}

function bound(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
