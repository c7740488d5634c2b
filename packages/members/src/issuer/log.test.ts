import { createHash } from 'node:crypto';
import type { Directory } from '@teahouse/contract/issuer';
import { countStatements } from '@teahouse/kit/pool';
import { openSecrets } from '@teahouse/kit/secrets';
import { commitmentPoint, fromBase64url, hex, type Rng } from '@teahouse/protocol';
import { type Entry, issuanceLeaf, type LeavesEntry } from '@teahouse/protocol/record';
import { describe, expect, it, onTestFinished } from 'vitest';
import { erase } from '../testing/test-leaving.ts';
import { follow, readLog, typesOf } from '../testing/test-log.ts';
import {
  employ,
  employAll,
  fetchOwn,
  openWithCompanies,
  type Person,
  published,
  signInAgain,
  someone,
} from '../testing/test-people.ts';
import {
  commit,
  commitmentOf,
  foundCompany,
  openTown,
  openTwin,
  someSeed,
  type Town,
  verify,
} from '../testing/test-town.ts';
import { rotateIssuerKey } from './key.ts';

const leavesOf = (entries: readonly Entry[]) =>
  entries.filter((entry): entry is LeavesEntry => entry.type === 'leaves');
const directoryOf = async (town: Town) =>
  (await town.browser().call<Directory>('GET', '/public/directory')).body;
const faults = (read: Awaited<ReturnType<typeof readLog>>) => read.summary.faults;

/** Leaves of a member's credentials, each as its holder makes it anew, and the entry that is to hold it. */
async function ownLeaves(
  town: Town,
  person: Person,
): Promise<{ leaf: string; logged: number; epoch: string }[]> {
  const point = commitmentPoint(fromBase64url(commitmentOf(town, person.seed)));
  return (await fetchOwn(person)).credentials.map(({ leaf, key: _, signature: _s, ...credential }) => {
    const { evidence, logged } = leaf;
    const [salt, pin] = [fromBase64url(leaf.salt), fromBase64url(leaf.pin)];
    return {
      leaf: hex(issuanceLeaf({ salt, point, pin, credential, evidence })),
      logged,
      epoch: credential.epoch,
    };
  });
}
const holds = (entry: Entry | undefined, leaf: string) =>
  entry?.type === 'leaves' && entry.leaves.some((bytes) => hex(bytes) === leaf);

describe("the issuer's log", () => {
  it('begins with whose it is and an empty directory, and has each company that is approved', async () => {
    const town = await openTown();
    onTestFinished(() => town.close());
    const first = await readLog(town.members);
    expect(first.entries).toMatchObject([
      { type: 'log', instance: town.members.context.instance, plane: 'issuer' },
      { type: 'directory', companies: 0 },
    ]);
    expect(await directoryOf(town)).toMatchObject({ companies: [], logged: 1 });
    const founder = await someone(town);
    const company = await foundCompany(town, founder, 'harbour.com');
    expect(await directoryOf(town)).toMatchObject({ companies: [{ id: 'harbour' }], logged: 2 });
    await town.browser().call('POST', `/operator/companies/${company}/approve`, undefined, town.operator);
    expect(typesOf((await readLog(town.members, first.audit)).entries)).toEqual([
      'log',
      'directory',
      'directory',
    ]);
    await follow(town.members);
  });

  it('holds several epochs, newcomers, a rotation and a deleted account, without a fault', async () => {
    const town = await openWithCompanies();
    const { bbs, rng } = town.members.context;
    const people = await employAll(town, 3);
    const [gone] = await employAll(town, 1);
    people.push(await employ(town, 'garden.com'));
    await town.members.runBatch();
    await follow(town.members);
    const newcomer = await employ(town, 'harbour.com');
    await town.members.runBatch();
    const november = await readLog(town.members);

    await erase(town, gone!.browser);
    rotateIssuerKey(openSecrets(town.secrets), bbs, rng, '2026-12');
    town.clock.set('2026-12-01T03:00:00Z');
    await town.members.runBatch();
    await follow(town.members);
    const december = await readLog(town.members, november.audit);

    expect(faults(december)).toEqual([]);
    expect(typesOf(december.entries.slice(4))).toEqual([
      ...['issuer-key', 'leaves', 'leaves', 'counts', 'counts', 'counts', 'counts', 'counts', 'epoch'],
      'leaves',
      ...['issuer-key', 'leaves', 'leaves', 'counts', 'counts', 'counts', 'counts', 'counts', 'epoch'],
    ]);
    expect(december.summary.issuer).toMatchObject({
      epochs: [
        { epoch: '2026-11', n: 5, later: 1 },
        { epoch: '2026-12', n: 5, later: 0 },
      ],
      leaves: 11,
      unfinished: null,
    });
    expect(leavesOf(december.entries).map(({ epoch, company }) => `${epoch} ${company}`)).toEqual([
      ...['2026-11 garden', '2026-11 harbour', '2026-11 null', '2026-12 garden', '2026-12 harbour'],
    ]);
    const seen: string[] = [];
    for (const person of [...people, newcomer]) {
      const own = await ownLeaves(town, person);
      expect(own.map(({ epoch }) => epoch)).toEqual(['2026-12', '2026-11']);
      for (const { leaf, logged } of own) expect(holds(december.entries[logged], leaf)).toBe(true);
      seen.push(...own.map(({ leaf }) => leaf));
    }
    expect(new Set(seen).size).toBe(10);
  });

  it('has no order of people in it: leaves ascend, and say nothing about who came when', async () => {
    let calls = 0;
    const rng: Rng = (length) => {
      calls += 1;
      return createHash('shake256', { outputLength: length }).update(`leaves/${calls}`).digest();
    };
    const town = await openWithCompanies({ rng });
    const size = 12;
    const people = await employAll(town, size);
    const ranks: number[][] = [];
    for (let month = 0; month < 5; month += 1) {
      town.clock.set(new Date(Date.UTC(2026, 10 + month, 20)).toISOString());
      await town.members.runBatch();
      const leaves = leavesOf((await readLog(town.members)).entries)
        .at(-1)!
        .leaves.map(hex);
      expect(leaves).toEqual(leaves.toSorted());
      const own: number[] = [];
      for (const person of people) {
        await signInAgain(person.browser);
        own.push(leaves.indexOf((await ownLeaves(town, person))[0]!.leaf));
      }
      ranks.push(own);
    }
    expect(new Set(ranks.map(String)).size).toBe(5);
    // Spearman's correlation of arrival and place over 60 rows: beyond 0.5 has p < 0.0001.
    const distance = ranks.flatMap((own) => own.map((rank, arrival) => (rank - arrival) ** 2));
    const rho = 1 - (6 * distance.reduce((a, b) => a + b)) / 5 / (size * (size ** 2 - 1));
    expect(Math.abs(rho)).toBeLessThan(0.5);
  });

  it('has one opening of an epoch, however many processes sign at once', async () => {
    const town = await openWithCompanies();
    await employAll(town, 4);
    const twin = await openTwin(town);
    onTestFinished(() => twin.close());
    await Promise.all([town.members, twin, town.members].map((members) => members.runBatch()));
    const [one, two] = [await readLog(town.members), await readLog(twin)];
    expect(two.audit.checkpoint).toEqual(one.audit.checkpoint);
    expect(typesOf(one.entries).filter((type) => type === 'epoch')).toHaveLength(1);
    expect(faults(one)).toEqual([]);
    await Promise.all([follow(town.members), follow(twin)]);
  });

  it('has no credential, key, count or company that it does not cover shown to anybody', async () => {
    const town = await openWithCompanies();
    const one = await employ(town, 'harbour.com');
    const covered = await town.members.context.book.size();
    const before = [await directoryOf(town), (await published(town)).body];
    await town.members.runBatch();
    const hidden = await foundCompany(town, await someone(town), 'hidden.com');
    expect(hidden).toBe('hidden');
    expect((await directoryOf(town)).companies).toHaveLength(3);
    expect((await fetchOwn(one)).credentials).toHaveLength(1);
    // As if the log could not be written since.
    Object.assign(town.members.context.book, { size: async () => covered });
    expect([await directoryOf(town), (await published(town)).body]).toEqual(before);
    expect((await fetchOwn(one)).credentials).toEqual([]);
  });

  it('is planned in a transaction of at most eight statements, and documents take three at most', async () => {
    const town = await openWithCompanies();
    await employAll(town, 2);
    const { statements } = await countStatements(() => town.members.runBatch());
    const start = statements.findIndex((text) => text.startsWith('SET LOCAL'));
    const end = statements.findIndex((text) => text.includes('INSERT INTO credentials '));
    expect(end - start + 1).toBeLessThanOrEqual(8);
    for (const work of [() => directoryOf(town), () => published(town)]) {
      expect((await countStatements<unknown>(work)).statements.length).toBeLessThanOrEqual(3);
    }
  });

  it('keeps nothing of a batch whose account was deleted before it was written', async () => {
    const town = await openWithCompanies();
    const [gone] = (await employAll(town, 3)) as [Person];
    const batch = town.members.runBatch();
    await erase(town, gone.browser);
    const { issued } = await batch;
    const read = await readLog(town.members);
    expect(read.summary.issuer?.leaves).toBe(issued);
    expect(faults(read)).toEqual([]);
  });
});

it('a second job of a member is a leaf of its own', async () => {
  const town = await openWithCompanies();
  const seed = someSeed();
  const browser = await someone(town);
  await verify(town, browser, 'one@harbour.com');
  await verify(town, browser, 'two@garden.com');
  await commit(town, browser, seed);
  await town.members.runBatch();
  const own = await ownLeaves(town, { browser, seed });
  const { entries } = await readLog(town.members);
  expect(own).toHaveLength(2);
  for (const { leaf, logged } of own) expect(holds(entries[logged], leaf)).toBe(true);
  expect(own[0]!.logged).not.toBe(own[1]!.logged);
});
