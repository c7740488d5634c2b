import { setTimeout as pause } from 'node:timers/promises';
import type { LetterFault } from '@teahouse/contract/members';
import { registrableDomain } from '../companies/domain.ts';
import { readFields } from './fields.ts';
import { limited, type Resolve } from './resolver.ts';

/** Longest that one letter may be looked into, in milliseconds. */
const patience = 20_000;
/** Fields that a signature must cover: who wrote, to which code, and that it is meant. */
const covered = ['from', 'to', 'subject'];

type Signature = Awaited<
  ReturnType<typeof import('mailauth/lib/dkim/verify.js').dkimVerify>
>['results'][number];

/**
 * Whose letter it is, as far as its DKIM signatures tell, or why it proves nothing. A signature counts when it passes in
 * the strict reading of RFC 6376, covers the whole body (no `l=`) and the fields From, To and Subject, and is of the
 * author's own registrable domain; a DMARC policy of that domain must pass as well, by DKIM alone. ARC and SPF don't count:
 * they tell what others saw, or which machine it came from.
 */
export async function authenticate(
  resolve: Resolve,
  i: { letter: Buffer; address: string; now: Date },
): Promise<{ from: string } | LetterFault> {
  const late = new AbortController();
  const outcome = await Promise.race([
    look(limited(resolve), i),
    pause(patience, 'dns' as const, { signal: late.signal, ref: false }),
  ]);
  late.abort();
  return outcome;
}

async function look(
  resolve: Resolve,
  { letter, address, now }: { letter: Buffer; address: string; now: Date },
): Promise<{ from: string } | LetterFault> {
  // Loaded with the first letter: a house that takes none never needs them.
  const { dkimVerify } = await import('mailauth/lib/dkim/verify.js');
  const seen = await dkimVerify(letter, {
    resolver: resolve,
    strict: true,
    rejectRsaSha1: true,
    curTime: now,
  });
  const read = readFields(seen.headers?.parsed ?? [], address);
  if (typeof read === 'string') return read;
  if (seen.fromFields !== 1 || seen.headerFrom.length !== 1) return 'malformed';
  if (seen.headerFrom[0]?.toLowerCase() !== read.from) return 'malformed';
  const passing = seen.results.filter(({ status }) => status.result === 'pass' && !status.testing);
  if (passing.length === 0) return seen.results.some(isLost) ? 'dns' : 'unsigned';
  const whole = passing.filter(coversAll);
  if (whole.length === 0) return 'partial';
  const author = registrableDomain(read.from.slice(read.from.lastIndexOf('@') + 1));
  const own = whole.flatMap(({ signingDomain = '' }) =>
    author !== undefined && registrableDomain(signingDomain) === author ? [signingDomain] : [],
  );
  if (own.length === 0) return 'misaligned';
  return (await policyFault(resolve, seen, own)) ?? read;
}

const isLost = ({ status }: Signature) => status.result === 'temperror';

function coversAll({ canonBodyLengthLimited, signingHeaders }: Signature): boolean {
  const names = new Set((signingHeaders?.keys ?? '').split(':').map((name) => name.trim().toLowerCase()));
  return canonBodyLengthLimited !== true && covered.every((name) => names.has(name));
}

/** DMARC (RFC 9989): no policy is no objection; one that asks for strict alignment gets it. */
async function policyFault(
  resolver: Resolve,
  { headerFrom, fromFields }: { headerFrom: string[]; fromFields: number },
  own: readonly string[],
): Promise<LetterFault | undefined> {
  const { dmarc } = await import('mailauth/lib/dmarc/index.js');
  const dkimDomains = own.map((domain) => ({ id: '', domain }));
  const seen = await dmarc({ headerFrom, fromFields, dkimDomains, spfDomains: [], resolver, strict: true });
  const result = seen === false ? 'fail' : seen.status.result;
  if (result === 'pass' || result === 'none') return undefined;
  return result === 'temperror' ? 'dns' : 'dmarc';
}
