import { hash, verify } from '@node-rs/argon2';
import { fail } from './problem.ts';

/** Hashes that may be under way or wait; each takes 19 MiB while it runs. */
const most = 64;

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /**
   * Compares with a stored hash; without one does the same work and answers false.
   * Throws `busy` when too many wait.
   */
  verify(stored: string | undefined, password: string): Promise<boolean>;
}

/**
 * argon2id (its default variant) with a secret key: the database alone is not enough to guess at passwords. A hash
 * keeps the cost it was made at: to renew it at a sign-in would write down that somebody signs in.
 */
export async function createPasswordHasher(
  cost: { memoryCost: number; timeCost: number },
  secret: Uint8Array,
): Promise<PasswordHasher> {
  const options = { ...cost, parallelism: 1, outputLen: 32, secret };
  const nobody = await hash('nobody has this password', options);
  let waiting = 0;

  async function queued<T>(work: () => Promise<T>): Promise<T> {
    if (waiting >= most) throw fail('busy', { headers: { 'retry-after': '2' } });
    waiting += 1;
    try {
      return await work();
    } finally {
      waiting -= 1;
    }
  }

  return {
    hash: (password) => queued(() => hash(normal(password), options)),
    verify: (stored, password) =>
      queued(
        async () => (await verify(stored ?? nobody, normal(password), { secret })) && stored !== undefined,
      ),
  };
}

/** The same password typed on two keyboards is the same text (NIST SP 800-63B-4, 3.1.1.2). */
const normal = (password: string) => password.normalize('NFKC');
