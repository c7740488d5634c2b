import { createHmac, randomBytes } from 'node:crypto';
import { membersLimits } from '@teahouse/contract/members';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { fail } from './errors.ts';

/** First wait after too many wrong passwords, and the longest; it doubles in between. Seconds. */
const firstWait = 30;
const longestWait = 15 * 60;
const proposalsPerDay = 10;
const day = 24 * 60 * 60;

/** Brakes on guessing and on filling mailboxes. In memory: nothing about who tried what is written down. */
export interface Guard {
  /** Throws `too-many` when passwords for this subject have to wait. */
  beforePassword(subject: string): Promise<void>;
  afterPassword(subject: string, right: boolean): Promise<void>;
  /** Counts a code sent to an address; throws `too-many` beyond the hour's share. */
  beforeCode(address: string): Promise<void>;
  /** Counts an address for a letter; throws `too-many` beyond the hour's share. */
  beforeLetter(account: string): Promise<void>;
  /** Counts a badge that was sent; throws `too-many` beyond the day's share. */
  beforeBadge(account: string): Promise<void>;
  /** Counts a mail to a subject; false beyond the hour's share. For what must answer the same either way. */
  mayMail(subject: string): Promise<boolean>;
  /** Counts a company proposed by an account; throws `too-many` beyond the day's share. */
  beforeProposal(account: string): Promise<void>;
  /** Counts an attempt to prove a domain; throws `too-many` beyond the hour's share. */
  beforeDomainProof(account: string): Promise<void>;
  /** Counts an export of an account; throws `too-many` beyond the hour's share. */
  beforeExport(account: string): Promise<void>;
}

/**
 * Keys are HMACs under a key of this process. The subject of a password is the address, or the address and a browser
 * that signed in there before, so that a stranger's guessing makes only strangers wait, never the member
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
 */
export function createGuard(): Guard {
  const key = randomBytes(32);
  const keyed = (subject: string) => createHmac('sha256', key).update(subject).digest('base64url');
  const wrong = new RateLimiterMemory({ keyPrefix: 'wrong', points: Number.MAX_SAFE_INTEGER, duration: day });
  const wait = new RateLimiterMemory({ keyPrefix: 'wait', points: 1, duration: longestWait });
  const codes = new RateLimiterMemory({
    keyPrefix: 'code',
    points: membersLimits.codesPerHour,
    duration: 3600,
  });
  const proposals = new RateLimiterMemory({ keyPrefix: 'proposal', points: proposalsPerDay, duration: day });
  const letters = new RateLimiterMemory({
    ...{ keyPrefix: 'letter', points: membersLimits.letterCodesPerHour, duration: 3600 },
  });
  const badges = new RateLimiterMemory({
    ...{ keyPrefix: 'badge', points: membersLimits.badgesPerDay, duration: day },
  });
  const domainProofs = new RateLimiterMemory({
    ...{ keyPrefix: 'domain', points: membersLimits.domainProofsPerHour, duration: 3600 },
  });
  const exports = new RateLimiterMemory({
    keyPrefix: 'export',
    points: membersLimits.exportsPerHour,
    duration: 3600,
  });
  return {
    async beforePassword(subject) {
      const waiting = await wait.get(keyed(subject));
      if (waiting) throw tooMany(waiting.msBeforeNext);
    },
    async afterPassword(subject, right) {
      if (right) {
        await wrong.delete(keyed(subject));
        return;
      }
      const { consumedPoints } = await wrong.penalty(keyed(subject), 1);
      const over = consumedPoints - membersLimits.signInTries;
      if (over >= 0)
        await wait.block(keyed(subject), Math.min(longestWait, firstWait * 2 ** Math.min(over, 10)));
    },
    beforeCode: (address) => consume(codes, keyed(address)),
    beforeLetter: (account) => consume(letters, keyed(account)),
    beforeBadge: (account) => consume(badges, keyed(account)),
    mayMail: (subject) =>
      codes.consume(keyed(subject)).then(
        () => true,
        () => false,
      ),
    beforeProposal: (account) => consume(proposals, keyed(account)),
    beforeDomainProof: (account) => consume(domainProofs, keyed(account)),
    beforeExport: (account) => consume(exports, keyed(account)),
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    throw tooMany((refused as { msBeforeNext?: number }).msBeforeNext);
  }
}

function tooMany(milliseconds = 1000) {
  return fail('too-many', {
    headers: { 'retry-after': String(Math.max(1, Math.ceil(milliseconds / 1000))) },
  });
}
