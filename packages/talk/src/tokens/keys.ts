import type { Clock } from '@teahouse/kit/clock';
import type { Pool } from '@teahouse/kit/pool';
import type { Secrets } from '@teahouse/kit/secrets';
import { epochOf, nextEpoch, previousEpoch } from '@teahouse/protocol';
import { generateTokenKey, openTokenKey, type TokenKey } from './rsa.ts';
import { recordTokenKey } from './store.ts';

/** The token keys of the instance: one a month, private halves in the secrets folder. */
export interface TokenKeys {
  /** Those that count now: this month's, then the last month's where there was one. */
  counting(): Promise<readonly TokenKey[]>;
  /** Makes next month's key when that month is near, so that nobody waits for it. */
  prepare(): Promise<void>;
}

const near = 2 * 86_400_000;

export function createTokenKeys(i: { secrets: Secrets; pool: Pool; clock: Clock }): TokenKeys {
  const keys = new Map<string, Promise<TokenKey | undefined>>();

  /** Asked for once at a time; a failure is not remembered. */
  function remember(month: string, load: () => Promise<TokenKey | undefined>): Promise<TokenKey | undefined> {
    const known = keys.get(month);
    if (known) return known;
    const loading = load().then(
      (key) => {
        if (!key) keys.delete(month);
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

  const fileOf = (month: string) => `token-${month}.key`;
  const open = (month: string, pem: Uint8Array) => openTokenKey(month, Buffer.from(pem).toString());

  async function read(month: string): Promise<TokenKey | undefined> {
    const pem = i.secrets.read(fileOf(month));
    return pem && open(month, pem);
  }

  async function make(month: string): Promise<TokenKey> {
    const pem = i.secrets.read(fileOf(month)) ?? (await makeFile(month));
    const key = open(month, pem);
    await recordTokenKey(i.pool, key);
    return key;
  }

  /** Several processes may do this at once: the first file stays, and all of them use it. */
  async function makeFile(month: string): Promise<Uint8Array> {
    const made = Buffer.from(await generateTokenKey());
    return i.secrets.readOrCreate(fileOf(month), () => made);
  }

  return {
    async counting() {
      const month = epochOf(i.clock.now());
      const before = previousEpoch(month);
      const [current, last] = await Promise.all([
        remember(month, () => make(month)),
        remember(before, () => read(before)),
      ]);
      return [current, last].filter((key) => key !== undefined);
    },
    async prepare() {
      const now = i.clock.now();
      const soon = epochOf(new Date(now.getTime() + near));
      if (soon === nextEpoch(epochOf(now))) await remember(soon, () => make(soon));
    },
  };
}
