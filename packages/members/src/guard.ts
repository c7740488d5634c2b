import { membersLimits } from '@teahouse/contract/members';
import type { Among } from '@teahouse/kit/among';
import { countGuesses } from '@teahouse/kit/guesses';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { fail } from './errors.ts';
import type { Keys } from './keys.ts';

const proposalsPerDay = 10;
const hour = 60 * 60;
const day = 24 * hour;

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

/** How often each may be done within how many seconds. */
const shares = {
  code: { points: membersLimits.codesPerHour, duration: hour },
  proposal: { points: proposalsPerDay, duration: day },
  letter: { points: membersLimits.letterCodesPerHour, duration: hour },
  badge: { points: membersLimits.badgesPerDay, duration: day },
  domain: { points: membersLimits.domainProofsPerHour, duration: hour },
  export: { points: membersLimits.exportsPerHour, duration: hour },
} as const;
type Share = keyof typeof shares;
const names = Object.keys(shares) as Share[];

/**
 * Counted over all processes: each tells the others, under an HMAC, and nobody writes it down (`among`). The shares are so
 * small that each process cannot have a part of them, as brakes.ts does. The subject of a password is the address, or the
 * address and a browser that signed in there before, so that a stranger's guessing makes only strangers wait, never the
 * member (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
 */
export function createGuard({ keys, among }: { keys: Pick<Keys, 'mac'>; among: Among }): Guard {
  const keyed = (subject: string) => keys.mac('guard', subject).toString('base64url', 0, 18);
  const passwords = countGuesses({ tries: membersLimits.signInTries, among });
  const limiters = Object.fromEntries(
    names.map((name) => [name, new RateLimiterMemory({ keyPrefix: name, ...shares[name] })]),
  ) as Record<Share, RateLimiterMemory>;
  for (const name of names) among.hear(name, (mark) => void limiters[name].penalty(mark, 1));

  async function consume(name: Share, subject: string): Promise<void> {
    const mark = keyed(subject);
    try {
      await limiters[name].consume(mark);
    } catch (refused) {
      throw tooMany((refused as { msBeforeNext?: number }).msBeforeNext);
    }
    await among.tell(name, mark).catch(() => {}); // a database that is away refuses what follows by itself
  }

  return {
    async beforePassword(subject) {
      const waiting = await passwords.waiting(keyed(subject));
      if (waiting !== undefined) throw tooMany(waiting);
    },
    afterPassword: (subject, right) => passwords.note(keyed(subject), right),
    beforeCode: (address) => consume('code', address),
    beforeLetter: (account) => consume('letter', account),
    beforeBadge: (account) => consume('badge', account),
    mayMail: (subject) =>
      consume('code', subject).then(
        () => true,
        () => false,
      ),
    beforeProposal: (account) => consume('proposal', account),
    beforeDomainProof: (account) => consume('domain', account),
    beforeExport: (account) => consume('export', account),
  };
}

function tooMany(milliseconds = 1000) {
  return fail('too-many', {
    headers: { 'retry-after': String(Math.max(1, Math.ceil(milliseconds / 1000))) },
  });
}
