import { describe, expect, it } from 'vitest';
import { hex } from '../bytes.ts';
import { bytes32 } from '../testing.ts';
import { createRecordAudit } from './audit.ts';
import { faultsKept } from './audit-faults.ts';
import { countsEntries, countsRoot } from './counts.ts';
import { type Entry, type EpochEntry, encodeEntry, type Plane } from './entry.ts';
import {
  directory,
  headOf,
  issuerKey,
  leavesOf,
  openingOf,
  someCounts,
  someIssuerLog,
  someTalkLog,
} from './test-entries.ts';

function audit(plane: Plane, entries: readonly Entry[], instance?: string) {
  const record = createRecordAudit({ plane, instance });
  for (const [index, entry] of entries.entries()) record.next(index, encodeEntry(entry));
  return record.finish();
}
const codes = (...of: Parameters<typeof audit>) => audit(...of).faults.map(({ code }) => code);

const issuerLog = someIssuerLog();
const talkLog = someTalkLog();
/** Where the second epoch begins. */
const second = issuerLog.length - openingOf('2026-11').length;
const epochAt = (index: number) => issuerLog.at(index) as EpochEntry;

describe("an audit of the issuer's log", () => {
  it('finds nothing in a sound one, and sums it up', () => {
    const { faults, faultCount, instance, entries, issuer, talk } = audit('issuer', issuerLog, 'tea.example');
    expect({ faults, faultCount, instance, entries, talk }).toEqual({
      faults: [],
      faultCount: 0,
      instance: 'tea.example',
      entries: issuerLog.length,
      talk: null,
    });
    expect(issuer!.keys).toMatchObject([{ index: 1, publicKey: hex(issuerKey) }]);
    expect(issuer!.directories).toEqual([{ index: 2, hash: hex(directory), companies: 3 }]);
    expect(issuer!.epochs.map(({ epoch, n, later }) => [epoch, n, later])).toEqual([
      ['2026-10', 20, 2],
      ['2026-11', 20, 0],
    ]);
    expect(issuer!.epochs[0]!.companies.get('zeta')).toEqual({
      industry: 'chips',
      rows: [{ standing: 'current', evidence: 'mailbox-code', n: 6 }],
    });
    expect(issuer!.leaves).toBe(42);
    expect(issuer!.unfinished).toBeNull();
  });

  it('allows an epoch in which nobody has a credential', () => {
    expect(codes('issuer', [...issuerLog, ...openingOf('2026-12', [])])).toEqual([]);
  });

  it('says when the log ends within an opening, and goes on from there', () => {
    const record = createRecordAudit({ plane: 'issuer' });
    for (const [index, entry] of issuerLog.entries()) {
      record.next(index, encodeEntry(entry));
      if (index === second) expect(record.finish().issuer!.unfinished).toBe('2026-11');
    }
    expect(record.finish()).toMatchObject({ faultCount: 0, issuer: { unfinished: null } });
  });

  it("takes a company's key, and its end", () => {
    expect(codes('issuer', [...issuerLog, companyKey('added'), companyKey('revoked')])).toEqual([]);
  });

  const companyKey = (state: 'added' | 'revoked', company = 'acme'): Entry => ({
    ...{ type: 'company-key', company, key: bytes32('company key'), state },
  });
  const key = { type: 'issuer-key', publicKey: new Uint8Array(96).fill(9) } as const;
  const otherCounts = someCounts('2026-12').map((count) => ({ ...count, n: count.n + 1 }));
  const december = openingOf('2026-12');
  const epoch = { ...december.at(-1)! } as EpochEntry;
  const records = countsEntries('2026-12', someCounts('2026-12'));
  const withoutSums = records.filter(({ of }) => of.kind !== 'industry');
  const uncounted = [...december.slice(0, 3), ...withoutSums];
  it.each([
    ['key-twice', [{ type: 'issuer-key', publicKey: issuerKey }]],
    ['key-not-logged', [...openingOf('2026-12', someCounts('2026-12'), key.publicKey), key]],
    [
      'directory-mismatch',
      [{ type: 'directory', hash: bytes32('newer'), companies: 4 }, ...openingOf('2026-12')],
    ],
    ['epoch-order', openingOf('2026-09')],
    ['counts-mismatch', [...december.slice(0, -1), { ...epoch, counts: bytes32('others') }]],
    ['counts-mismatch', [...december.slice(0, -1), { ...epoch, records: 5 }]],
    [
      'counts-sum',
      [...uncounted, { ...epoch, counts: countsRoot(withoutSums), records: withoutSums.length }],
    ],
    ['leaves-count', [...openingOf('2026-12', otherCounts).slice(0, 1), ...december.slice(1)]],
    ['leaves-count', december.slice(1)],
    ['leaves-epoch', [leavesOf('2026-10', null, 1)]],
    ['leaves-epoch', [leavesOf('2026-12', null, 1)]],
    ['leaves-epoch', [{ ...leavesOf('2026-11', 'late', 1) }]],
    ['opening-broken', [december[0]!, key, ...december.slice(1)]],
    ['company-key', [companyKey('added'), companyKey('added')]],
    ['company-key', [companyKey('revoked')]],
    ['company-key', [companyKey('added'), companyKey('revoked', 'pixel')]],
    ['company-key', [companyKey('added'), companyKey('revoked'), companyKey('added')]],
    ['head-twice', [headOf('issuer')]],
    ['entry-foreign', [talkLog[2]!]],
  ] as [string, Entry[]][])('finds %s', (code, more) => {
    expect(codes('issuer', [...issuerLog, ...more])).toContain(code);
  });

  it('finds an epoch that was opened twice', () => {
    expect(codes('issuer', [...issuerLog, epochAt(-1)])).toContain('epoch-twice');
  });

  it('finds a leaf of an epoch again in another one', () => {
    const again = { ...leavesOf('2026-10', null, 2), epoch: '2026-11' };
    expect(codes('issuer', [...issuerLog, again])).toEqual(['leaf-twice', 'leaf-twice']);
  });

  it('finds counts without their epoch', () => {
    const dangling = openingOf('2026-12').slice(0, -1);
    expect(codes('issuer', [...issuerLog, ...dangling, ...openingOf('2027-01')])).toEqual(['opening-broken']);
  });

  it('names the entry at fault', () => {
    const log = issuerLog.with(second - 1, leavesOf('2026-09', null, 2));
    expect(audit('issuer', log).faults).toEqual([
      { index: second - 1, code: 'leaves-epoch', message: expect.stringContaining('2026-09') },
    ]);
  });
});

describe("an audit of talk's log", () => {
  it('finds nothing in a sound one, and sums it up', () => {
    const { faults, talk, events } = audit('talk', talkLog, 'tea.example');
    expect(faults).toEqual([]);
    expect(talk).toMatchObject({
      tokenKeys: [{ index: 1, month: '2026-11' }],
      acts: { entries: 2, total: 4, lastSlot: 5_983_012 },
      web: [{ index: 5, hash: hex(bytes32('web')), files: 12 }],
    });
    expect(events).toEqual([
      { index: 3, kind: 'operation', code: 'backup-restored', subject: null, text: '' },
    ]);
  });

  const acts = { type: 'acts', root: bytes32('acts'), n: 1 } as const;
  it.each([
    ['acts-order', [{ ...acts, slot: 5_983_012 }]],
    ['acts-order', [{ ...acts, slot: 5_983_001 }]],
    ['acts-empty', [{ ...acts, slot: 5_983_024, n: 0 }]],
    ['token-key-twice', [talkLog[1]!]],
    [
      'token-key-many',
      Array.from({ length: 10 }, (_, i) => ({ ...talkLog[1]!, publicKey: Uint8Array.of(i) })),
    ],
    ['entry-foreign', [issuerLog[1]!]],
  ] as [string, Entry[]][])('finds %s', (code, more) => {
    expect(codes('talk', [...talkLog, ...more])).toContain(code);
  });
});

describe('an audit of any log', () => {
  it('wants to be told first whose log it is', () => {
    expect(codes('talk', talkLog.slice(1))).toEqual(['head-missing']);
    expect(codes('issuer', talkLog.slice(0, 1))).toEqual(['head-mismatch']);
    expect(codes('talk', talkLog, 'tea.rival')).toEqual(['head-mismatch']);
  });

  it('goes on after an entry that it can not read', () => {
    const record = createRecordAudit({ plane: 'talk' });
    const entries = talkLog.map(encodeEntry).with(2, Uint8Array.of(0xff));
    for (const [index, entry] of entries.entries()) record.next(index, entry);
    expect(record.finish()).toMatchObject({
      faults: [{ index: 2, code: 'entry-unreadable' }],
      talk: { acts: { total: 1 } },
    });
  });

  it('notices that entries were left out', () => {
    const record = createRecordAudit({ plane: 'talk' });
    for (const index of [0, 2]) record.next(index, encodeEntry(talkLog[index]!));
    expect(record.finish().faults).toMatchObject([{ index: 1, code: 'index-order' }]);
  });

  it('keeps so many faults, and counts the rest', () => {
    const many = Array.from({ length: faultsKept + 20 }, () => headOf('talk'));
    const { faults, faultCount } = audit('talk', many);
    expect([faults.length, faultCount]).toEqual([faultsKept, faultsKept + 19]);
  });
});
