import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Time for a person to touch their authenticator, milliseconds. */
const lifetime = 5 * 60_000;
/** Used ones that are remembered; each of them took a right signature. */
const most = 10_000;

/** Challenges of WebAuthn (Level 3, 13.4.3) that need no memory until they are used: random (16), end (8), HMAC (32). */
export interface Challenges {
  /** For `owner` (an account and a purpose, or nobody in particular when somebody signs in). */
  make(owner: string): Buffer;
  /** Whether it was made here for `owner`, counts still, and was not used before; uses it. */
  use(owner: string, challenge: string): boolean;
}

/** `mac`: a keyed hash whose key outlives the process, and which is used for nothing else under that label. */
export function createChallenges(i: {
  mac: (owner: string, body: Uint8Array) => Buffer;
  clock: Clock;
}): Challenges {
  // In the order of their use: the earliest are forgotten first.
  const used = new Set<string>();
  return {
    make(owner) {
      const body = Buffer.alloc(24);
      body.set(randomBytes(16));
      body.writeBigUInt64BE(BigInt(i.clock.now().getTime() + lifetime), 16);
      return Buffer.concat([body, i.mac(owner, body)]);
    },
    use(owner, challenge) {
      const bytes = Buffer.from(challenge, 'base64url');
      const body = bytes.subarray(0, 24);
      if (bytes.length !== 56 || !timingSafeEqual(i.mac(owner, body), bytes.subarray(24))) return false;
      if (Number(body.readBigUInt64BE(16)) < i.clock.now().getTime()) return false;
      const name = body.toString('hex');
      if (used.has(name)) return false;
      used.add(name);
      for (const earliest of used) {
        if (used.size <= most) break;
        used.delete(earliest);
      }
      return true;
    },
  };
}
