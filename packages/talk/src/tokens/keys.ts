import type { Clock } from '@teahouse/kit/clock';
import { lockPlans, planEntries } from '@teahouse/kit/log-book';
import { type Pool, withTransaction } from '@teahouse/kit/pool';
import type { Secrets } from '@teahouse/kit/secrets';
import { epochOf, nextEpoch, previousEpoch } from '@teahouse/protocol';
import { encodeEntry } from '@teahouse/protocol/record';
import type { TalkLog } from '../log/service.ts';
import { generateTokenKey, openTokenKey, type TokenKey } from './rsa.ts';
import { isVoid, recordTokenKey, setLogged } from './store.ts';

/** A token key that anyone can find in talk's log. */
export interface LoggedTokenKey extends TokenKey {
  /** Index of its entry. */
  readonly logged: number;
}

/** The token keys of the instance: one a month, private halves in the secrets folder. */
export interface TokenKeys {
  /** Those that count now: this month's, then the last month's where there was one. Throws `unavailable`. */
  counting(): Promise<readonly LoggedTokenKey[]>;
  /** Makes next month's key when that month is near, so that nobody waits for it. */
  prepare(): Promise<void>;
}

/** Undefined where a month has no key, null where it is void. */
type Known = LoggedTokenKey | null | undefined;

const near = 2 * 86_400_000;

/** The first key of a month, and those that followed the restore of a backup. */
const fileOf = (month: string, n: number) => (n === 1 ? `token-${month}.key` : `token-${month}.${n}.key`);

export function createTokenKeys(i: {
  secrets: Secrets;
  pool: Pool;
  clock: Clock;
  talkLog: TalkLog;
}): TokenKeys {
  const keys = new Map<string, Promise<Known>>();

  /** Asked for once at a time; a failure is not remembered, nor that there is none. */
  function remember(month: string, load: () => Promise<Known>): Promise<Known> {
    const known = keys.get(month);
    if (known) return known;
    const loading = load().then(
      (key) => {
        if (key === undefined) keys.delete(month);
        return key;
      },
      (error: unknown) => {
        keys.delete(month);
        throw error;
      },
    );
    keys.set(month, loading);
    return loading;
  }

  /** The newest key of a month, unless it is void; and the number that the next one would have. */
  async function newest(month: string): Promise<{ key: TokenKey | null | undefined; next: number }> {
    let next = 1;
    let last: Uint8Array | undefined;
    for (let pem = i.secrets.read(fileOf(month, next)); pem; pem = i.secrets.read(fileOf(month, next))) {
      last = pem;
      next += 1;
    }
    const key = last && openTokenKey(month, Buffer.from(last).toString());
    return { key: key && (await isVoid(i.pool, key.id)) ? null : key, next };
  }

  const inLog = async (key: TokenKey) => ({ ...key, logged: await putInLog(key) });

  async function read(month: string): Promise<Known> {
    const { key } = await newest(month);
    return key && inLog(key);
  }

  async function make(month: string): Promise<LoggedTokenKey> {
    const { key, next } = await newest(month);
    return inLog(key ?? (await makeKey(month, next)));
  }

  /** Several processes may do this at once: the first file stays, and all of them use it. */
  async function makeKey(month: string, n: number): Promise<TokenKey> {
    const made = Buffer.from(await generateTokenKey());
    const pem = i.secrets.readOrCreate(fileOf(month, n), () => made);
    return openTokenKey(month, Buffer.from(pem).toString());
  }

  /** Resolves to its index when the checkpoint on disk covers it: before, nobody is told of the key. */
  async function putInLog(key: TokenKey): Promise<number> {
    const book = i.talkLog.book();
    const logged = await withTransaction(i.pool, async (tx) => {
      await lockPlans(tx);
      const known = await recordTokenKey(tx, key);
      if (known !== null) return known;
      const entry = encodeEntry({ type: 'token-key', month: key.month, publicKey: key.spki });
      const index = await planEntries(tx, [entry]);
      await setLogged(tx, key.id, index);
      return index;
    });
    await book.flush();
    return logged;
  }

  return {
    async counting() {
      const month = epochOf(i.clock.now());
      const before = previousEpoch(month);
      const [current, last] = await Promise.all([
        remember(month, () => make(month)),
        remember(before, () => read(before)),
      ]);
      return [current, last].filter((key) => key != null);
    },
    async prepare() {
      const now = i.clock.now();
      const soon = epochOf(new Date(now.getTime() + near));
      if (soon === nextEpoch(epochOf(now))) await remember(soon, () => make(soon));
    },
  };
}
