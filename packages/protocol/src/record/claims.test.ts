import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { toBase64url } from '../bytes.ts';
import { followLog } from '../log/follow.ts';
import { filesOf, logCodeOf, origin, serve, signer } from '../log/testing.ts';
import { bytes32 } from '../testing.ts';
import {
  claimsOfDirectory,
  claimsOfIssuer,
  claimsOfTokenKeys,
  type IssuerClaims,
  logOrigin,
} from './claims.ts';
import { directoryHash } from './directory.ts';
import { type Entry, encodeEntry } from './entry.ts';
import {
  directory,
  headOf,
  issuerKey,
  openingOf,
  someCounts,
  someIssuerLog,
  someTalkLog,
} from './test-entries.ts';

const log = someIssuerLog();
const at = (epoch: string) => log.findIndex((entry) => entry.type === 'epoch' && entry.epoch === epoch);
const document: IssuerClaims = {
  instance: 'tea.example',
  keys: [{ publicKey: toBase64url(issuerKey), epochs: ['2026-10', '2026-11'], logged: 1 }],
  counts: [...someCounts('2026-11'), ...someCounts('2026-10')],
  openings: ['2026-10', '2026-11'].map((epoch) => ({
    epoch,
    directory: toBase64url(directory),
    logged: at(epoch),
  })),
};

/** What becomes of claims in a log of these entries. */
const follow = async (claims: ReturnType<typeof claimsOfIssuer>, entries: readonly Entry[] = log) => {
  const fetch = serve(filesOf(entries.map(encodeEntry)));
  return followLog({ fetch, origin, verifiers: [signer.verifier], claims });
};

describe("the claims of an issuer's document", () => {
  it('stand in its log', async () => {
    const followed = await follow(claimsOfIssuer(document));
    expect(followed.checkpoint.size).toBe(log.length);
    expect(claimsOfIssuer(document)).toHaveLength(4);
    expect(claimsOfIssuer(document, ['2026-11'])).toHaveLength(3);
    expect(claimsOfIssuer(document, [])).toHaveLength(2);
  });

  const key = document.keys[0]!;
  const opening = document.openings[0]!;
  const counts = document.counts.with(0, { ...document.counts[0]!, n: 6 });
  it.each([
    ['another instance', { instance: 'tea.rival' }],
    ['another key', { keys: [{ ...key, publicKey: toBase64url(new Uint8Array(96)) }] }],
    ['another index', { keys: [{ ...key, logged: 2 }] }],
    ['another count', { counts }],
    ['another directory', { openings: [{ ...opening, directory: toBase64url(bytes32('other')) }] }],
    ['another epoch', { openings: [{ ...opening, epoch: '2026-12' }] }],
  ])('do not with %s', async (_what, change) => {
    expect(await logCodeOf(() => follow(claimsOfIssuer({ ...document, ...change })))).toBe('not-in-log');
  });

  it('name an epoch that no key signed by the hash of nothing, which no log holds', async () => {
    const keys = [{ ...key, epochs: ['2026-10'] }];
    expect(await logCodeOf(() => follow(claimsOfIssuer({ ...document, keys })))).toBe('not-in-log');
    expect(sha256(new Uint8Array())).not.toEqual(sha256(issuerKey));
  });
});

it('the claim of a directory stands where it was logged', async () => {
  const content = { industries: [], companies: [] };
  const entries: Entry[] = [
    headOf('issuer'),
    { type: 'directory', hash: directoryHash(content), companies: 0 },
    ...openingOf('2026-11'),
  ];
  await follow(claimsOfDirectory({ ...content, logged: 1 }), entries);
  const industries = [{ id: 'games', name: { zh: '', en: '' } }];
  const other = claimsOfDirectory({ ...content, industries, logged: 1 });
  expect(await logCodeOf(() => follow(other, entries))).toBe('not-in-log');
});

it("the claims of token keys stand in talk's log", async () => {
  const publicKey = toBase64url(Uint8Array.of(1, 2, 3));
  const keys = [{ month: '2026-11', publicKey, logged: 1 }];
  await follow(claimsOfTokenKeys('tea.example', keys), someTalkLog());
  const later = [{ ...keys[0]!, month: '2026-12' }];
  expect(await logCodeOf(() => follow(claimsOfTokenKeys('tea.example', later), someTalkLog()))).toBe(
    'not-in-log',
  );
  const unseen = [{ ...keys[0]!, logged: 99 }];
  expect(await logCodeOf(() => follow(claimsOfTokenKeys('tea.example', unseen), someTalkLog()))).toBe(
    'log-behind',
  );
});

it('a log is named after its instance and plane', () => {
  expect(logOrigin('tea.example', 'issuer')).toBe('tea.example/issuer');
});
