import { toBase64url } from '@teahouse/protocol';
import { clientError } from '../errors.ts';
import type { Store } from '../store.ts';

/** A token in the purse. `nonce` and `token` are base64url, as they travel. */
export interface PurseToken {
  readonly nonce: string;
  readonly token: string;
  /** Free, held by an act of the outbox, or gone: spent, or once on the wire with another act. */
  readonly state: 'free' | 'held' | 'gone';
  /** Outbox id of the act it is held by. */
  readonly holder?: string;
}
/** The tokens of one draw. */
export interface WeekTokens {
  readonly week: string;
  /** Id of the token key, base64url. */
  readonly keyId: string;
  readonly tokens: readonly PurseToken[];
}

export interface Purse {
  weeks(): Promise<WeekTokens[]>;
  put(drawn: WeekTokens): Promise<void>;
  /** Adds tokens that came back with refunds under a key. */
  add(keyId: string, tokens: readonly PurseToken[]): Promise<void>;
  /** Removes draws under keys that no longer count. */
  prune(keyIds: readonly string[]): Promise<void>;
  /** Tokens that can be spent now. */
  free(keyIds: readonly string[]): Promise<number>;
  /**
   * Sets `count` tokens aside for an act, the oldest draw first; those it holds already are given again, so that
   * a crash between taking and building costs nothing. Throws `tokens-out`, taking none.
   */
  take(count: number, holder: string, keyIds: readonly string[]): Promise<PurseToken[]>;
  /** The act's tokens are free again: none of them was ever on the wire. */
  release(holder: string): Promise<void>;
  /** The act's tokens are gone. protocol.md 3: a token once sent belongs to that act for ever. */
  drop(holder: string): Promise<void>;
}

const prefix = 'tokens/';
/** In the place of a week: tokens that came back. Sorts after all weeks, so what was drawn is spent first. */
export const refundsOf = 'back-';

/** Tokens over the Store. Reads and writes must be under the client's lock, as two tabs share a purse. */
export function createPurse(store: Store): Purse {
  async function weeks(): Promise<WeekTokens[]> {
    const keys = (await store.keys()).filter((key) => key.startsWith(prefix)).sort();
    return Promise.all(keys.map(async (key) => (await store.get(key)) as WeekTokens));
  }
  const put = (drawn: WeekTokens) => store.set(prefix + drawn.week, drawn);

  /** Rewrites the tokens for which `change` has another form. */
  async function change(make: (token: PurseToken, week: WeekTokens) => PurseToken): Promise<void> {
    for (const week of await weeks()) {
      const tokens = week.tokens.map((token) => make(token, week));
      if (tokens.some((token, i) => token !== week.tokens[i])) await put({ ...week, tokens });
    }
  }
  const setAside = (holder: string, state: 'free' | 'gone') =>
    change((token) =>
      token.holder === holder && token.state === 'held'
        ? { nonce: token.nonce, token: token.token, state }
        : token,
    );

  return {
    weeks,
    put,
    async add(keyId, tokens) {
      const name = `${refundsOf}${keyId}`;
      const before = ((await store.get(prefix + name)) as WeekTokens | undefined)?.tokens ?? [];
      const known = new Set(before.map(({ nonce }) => nonce));
      const fresh = tokens.filter(({ nonce }) => !known.has(nonce));
      // Those that are gone stay: the same refund may be found once more.
      await put({ week: name, keyId, tokens: [...before, ...fresh] });
    },
    async prune(keyIds) {
      for (const { week, keyId } of await weeks()) {
        if (!keyIds.includes(keyId)) await store.delete(prefix + week);
      }
    },
    async free(keyIds) {
      const valid = (await weeks()).filter(({ keyId }) => keyIds.includes(keyId));
      return valid.flatMap(({ tokens }) => tokens).filter(({ state }) => state === 'free').length;
    },
    async take(count, holder, keyIds) {
      const valid = (await weeks())
        .filter(({ keyId }) => keyIds.includes(keyId))
        .flatMap(({ tokens }) => tokens);
      const mine = valid.filter((token) => token.holder === holder && token.state === 'held');
      const more = valid.filter(({ state }) => state === 'free');
      const taken = [...mine, ...more].slice(0, count);
      if (taken.length < count) throw clientError('tokens-out');
      const nonces = new Set(taken.map(({ nonce }) => nonce));
      await change((token) => (nonces.has(token.nonce) ? { ...token, state: 'held', holder } : token));
      return taken;
    },
    release: (holder) => setAside(holder, 'free'),
    drop: (holder) => setAside(holder, 'gone'),
  };
}

/** A draw's tokens with those that were spent elsewhere marked as gone. */
export function withoutSpent(drawn: WeekTokens, spent: ReadonlySet<string>): WeekTokens {
  const tokens = drawn.tokens.map((token) =>
    spent.has(token.nonce) ? { ...token, state: 'gone' as const } : token,
  );
  return { ...drawn, tokens };
}

/** A fresh token as the purse keeps it. */
export const freshToken = (nonce: Uint8Array, token: Uint8Array): PurseToken => ({
  nonce: toBase64url(nonce),
  token: toBase64url(token),
  state: 'free',
});
