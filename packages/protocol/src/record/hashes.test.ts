import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex } from '../bytes.ts';
import type { Credential } from '../credential.ts';
import { emptyRoot, leafHash } from '../log/hash.ts';
import { verifyInclusion } from '../log/proof.ts';
import { logCodeOf } from '../log/testing.ts';
import { bytes32 } from '../testing.ts';
import { countsEntries, countsRoot } from './counts.ts';
import { directoryHash } from './directory.ts';
import { encodeEntry } from './entry.ts';
import { actInclusion, actsRoot, issuanceLeaf, sortActs, webHash } from './hashes.ts';
import { someCounts, someIssuerLog, someTalkLog } from './test-entries.ts';

const named = (id: string) => ({ id, name: { zh: `${id} 公司`, en: id } });
const directory = {
  industries: [named('games'), named('chips')],
  companies: [
    { ...named('pixel'), industry: 'games' },
    { ...named('acme'), industry: 'games' },
  ],
};
const credential: Credential = { epoch: '2026-11', company: 'acme', industry: 'games', standing: 'current' };
const issuance = {
  salt: bytes32('salt'),
  point: new Uint8Array(48).fill(5),
  pin: bytes32('pin'),
  credential,
  evidence: 'mailbox-code',
};
const acts = ['one', 'two', 'three', 'four', 'five'].map(bytes32);
const files = [
  { path: 'index.html', hash: bytes32('index') },
  { path: 'assets/main.js', hash: bytes32('main') },
];

function everything() {
  return {
    directory: hex(directoryHash(directory)),
    counts: hex(countsRoot(countsEntries('2026-11', someCounts('2026-11')))),
    issuance: hex(issuanceLeaf(issuance)),
    acts: hex(actsRoot(acts)),
    web: hex(webHash(files)),
    entries: [...someIssuerLog(), ...someTalkLog()].map((entry) => hex(leafHash(encodeEntry(entry)))),
  };
}

describe('what the first release put into its logs', () => {
  // A difference here breaks every proof that somebody kept, and is never mended by changing the file.
  const frozen = JSON.parse(readFileSync(new URL('./frozen.json', import.meta.url), 'utf8'));

  it.each(Object.entries(everything()))('%s is what it was', (name, computed) => {
    expect(computed).toEqual(frozen[name]);
  });

  it('froze nothing that is gone', () => {
    expect(Object.keys(frozen)).toEqual(Object.keys(everything()));
  });
});

describe('the hash of a directory', () => {
  it('is the same in any order, and another for any other name, id or industry', () => {
    const { industries, companies } = directory;
    const hash = hex(directoryHash(directory));
    const turned = { industries: industries.toReversed(), companies: companies.toReversed() };
    expect(hex(directoryHash(turned))).toBe(hash);
    const [first, ...rest] = companies;
    for (const change of [{ id: 'other' }, { industry: 'chips' }, { name: { zh: '', en: 'pixel' } }]) {
      expect(hex(directoryHash({ industries, companies: [{ ...first!, ...change }, ...rest] }))).not.toBe(
        hash,
      );
    }
    expect(hex(directoryHash({ industries: [], companies }))).not.toBe(hash);
  });
});

describe('the leaf of an issued credential', () => {
  it('is another for any other part', () => {
    const changes = [
      { salt: bytes32('other') },
      { point: new Uint8Array(48) },
      { pin: bytes32('other') },
      { evidence: 'mail-dkim' },
      ...(['epoch', 'company', 'industry', 'standing'] as const).map((field) => ({
        credential: { ...credential, [field]: 'other' } as Credential,
      })),
    ];
    const leaves = [issuance, ...changes.map((change) => ({ ...issuance, ...change }))].map(issuanceLeaf);
    expect(new Set(leaves.map(hex)).size).toBe(leaves.length);
  });
});

describe('the root over acts', () => {
  it('holds each of them, at its place among the sorted ids, and no other', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 70 }), fc.nat(), async (size, place) => {
        const ids = Array.from({ length: size }, (_, i) => bytes32(`act ${i}`));
        const act = ids[place % size]!;
        const { index, path } = await actInclusion(ids, act);
        expect(sortActs(ids)[index]).toEqual(act);
        const claim = { index, size, leaf: leafHash(act), root: actsRoot(ids), proof: path };
        expect(() => verifyInclusion(claim)).not.toThrow();
        const stranger = { ...claim, leaf: leafHash(bytes32('stranger')) };
        expect(await logCodeOf(() => verifyInclusion(stranger))).toBe('proof-invalid');
      }),
    ));

  it('has no place for an act that is not among them', async () => {
    expect(await logCodeOf(() => actInclusion(acts, bytes32('stranger')))).toBe('index-invalid');
  });

  it('says nothing of the order in which they came', () => {
    expect(actsRoot(acts.toReversed())).toEqual(actsRoot(acts));
    expect(actsRoot([])).toEqual(emptyRoot);
  });
});

describe('the hash of the web app', () => {
  it('is the same in any order, and another for any other path or content', () => {
    expect(webHash(files.toReversed())).toEqual(webHash(files));
    const [index, main] = files;
    expect(webHash([index!, { ...main!, path: 'assets/main.mjs' }])).not.toEqual(webHash(files));
    expect(webHash([index!, { ...main!, hash: index!.hash }])).not.toEqual(webHash(files));
    expect(webHash([index!])).not.toEqual(webHash(files));
  });
});
