import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { fail } from './errors.ts';

/** How often something may be done by one member: `most` times within `seconds`, over all processes together. */
export interface Share {
  /** Asked for each time where it may change. */
  readonly most: number | (() => number);
  readonly seconds: number;
}

/** Counts what a member, or a network, does; throws `too-many` beyond the share. */
export type Brake = (subject: string) => Promise<void>;

/**
 * Brakes of this process, in memory alone, by HMAC under a key of the process: a number each, gone with its time, and
 * nothing of what it was that was done or read. Nothing about who did how much is written down, nor told to another
 * process: each of `processes` has its part of a share, so a proxy in front spreads requests evenly (decision 36).
 */
export function createBrakes<K extends string>(
  shares: Readonly<Record<K, Share>>,
  processes: () => number = () => 1,
): Readonly<Record<K, Brake>> {
  const key = randomBytes(32);
  const brakes = Object.entries<Share>(shares).map(([name, { most, seconds }]): [string, Brake] => {
    const limit = () => Math.ceil((typeof most === 'number' ? most : most()) / processes());
    const limiter = new RateLimiterMemory({ keyPrefix: name, points: limit(), duration: seconds });
    return [
      name,
      async (subject) => {
        const mark = createHmac('sha256', key).update(subject).digest('base64url');
        limiter.points = limit();
        await limiter.consume(mark).catch((refused: { msBeforeNext?: number }) => {
          const wait = Math.max(1, Math.ceil((refused.msBeforeNext ?? 1000) / 1000));
          throw fail('too-many', { headers: { 'retry-after': String(wait) } });
        });
      },
    ];
  });
  return Object.fromEntries(brakes) as Record<K, Brake>;
}
