import type { Me } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  employ,
  employAll,
  type Fetched,
  fetchOwn,
  openWithCompanies,
  published,
} from '../testing/test-people.ts';
import { openTwin, signUp, verify } from '../testing/test-town.ts';

describe('counts', () => {
  it('are exact, by company, standing and evidence, and frozen with the first batch of the epoch', async () => {
    const town = await openWithCompanies();
    await employAll(town, 3);
    await employ(town, 'garden.com');
    expect((await published(town)).body).toMatchObject({ keys: [], counts: [], issued: [] });
    await town.members.runBatch();
    const base = { epoch: '2026-11', standing: 'current', evidence: 'mailbox-code' };
    const counts = [
      { ...base, company: 'garden', industry: 'games', n: 1 },
      { ...base, company: 'harbour', industry: 'logistics', n: 3 },
    ];
    expect((await published(town)).body).toMatchObject({ counts, issued: ['2026-11'] });
    await employ(town, 'garden.com');
    expect((await town.members.runBatch()).issued).toBe(1);
    expect((await published(town)).body.counts).toEqual(counts);
    town.clock.set('2026-12-01T03:00:00Z');
    await town.members.runBatch();
    const { body } = await published(town);
    expect(body.issued).toEqual(['2026-11', '2026-12']);
    expect(body.keys.map(({ epochs }) => epochs)).toEqual([['2026-11', '2026-12']]);
    expect(body.counts.slice(0, 2)).toEqual(counts);
    expect(body.counts[2]).toMatchObject({ epoch: '2026-12', company: 'garden', n: 2 });
  });

  it('are not frozen by a batch that had nobody to sign', async () => {
    const town = await openWithCompanies();
    expect(await town.members.runBatch()).toEqual({ epoch: '2026-11', issued: 0, first: false });
    await employ(town, 'harbour.com');
    expect(await town.members.runBatch()).toEqual({ epoch: '2026-11', issued: 1, first: true });
  });
});

describe('the schedule', () => {
  it('immediate signs on commitment, and on a second employment', async () => {
    const town = await openWithCompanies({ schedule: 'immediate' });
    const one = await employ(town, 'harbour.com');
    await town.members.idle();
    expect(await fetchOwn(one)).toMatchObject({ schedule: 'immediate', nextBatch: '2026-11-10' });
    expect((await fetchOwn(one)).credentials).toHaveLength(1);
    await verify(town, one.browser, 'another@garden.com');
    await town.members.idle();
    expect((await fetchOwn(one)).credentials).toHaveLength(2);
  });

  it('daily says on which day to come back', async () => {
    const town = await openWithCompanies({ now: '2026-11-30T02:59:00Z' });
    const one = await employ(town, 'harbour.com');
    await town.members.idle();
    expect(await fetchOwn(one)).toEqual({ credentials: [], schedule: 'daily', nextBatch: '2026-11-30' });
    town.clock.set('2026-11-30T03:00:00Z');
    expect((await fetchOwn(one)).nextBatch).toBe('2026-12-01');
  });

  it('gives a new epoch its batch on a start, when there was one before', async () => {
    const town = await openWithCompanies();
    const one = await employ(town, 'harbour.com');
    await town.members.startJobs();
    await town.members.idle();
    expect((await fetchOwn(one)).credentials).toEqual([]); // a first epoch waits for the job
    await town.members.runBatch();
    town.clock.set('2026-12-01T00:05:00Z');
    await town.members.startJobs();
    await town.members.idle();
    expect((await fetchOwn(one)).credentials.map(({ epoch }) => epoch)).toEqual(['2026-12', '2026-11']);
  });
});

describe('fetching', () => {
  it('writes nothing, takes at most three statements, and gives nobody what is not theirs', async () => {
    const town = await openWithCompanies();
    const one = await employ(town, 'harbour.com');
    await town.members.runBatch();
    const { statements } = await countStatements(() => fetchOwn(one));
    expect(statements.length).toBeLessThanOrEqual(3);
    for (const statement of statements) expect(statement).toMatch(/^\s*SELECT/);
    const stranger = await signUp(town, 'stranger@home.test');
    expect((await stranger.call<Fetched>('GET', '/credentials')).body.credentials).toEqual([]);
    expect((await stranger.call<Me>('GET', '/me')).body.committed).toBe(false);
  });

  it('of the public document is cached by its tag, in at most three statements', async () => {
    const town = await openWithCompanies();
    await employ(town, 'harbour.com');
    const before = await published(town);
    expect(before.headers['cache-control']).toMatch(/^public/);
    const tag = { 'if-none-match': before.headers.etag };
    expect((await published(town, tag)).status).toBe(304);
    await town.members.runBatch();
    expect((await published(town, tag)).status).toBe(200);
    const { statements } = await countStatements(() => published(town));
    expect(statements.length).toBeLessThanOrEqual(3);
  });

  it('names the same installation after a restart, with the same key', async () => {
    const town = await openWithCompanies();
    await employ(town, 'harbour.com');
    await town.members.runBatch();
    const { instance, issuerKeys } = town.members.context;
    const twin = await openTwin(town, { instance: 'another-name' });
    onTestFinished(() => twin.close());
    expect(twin.context.instance).toBe(instance);
    expect(twin.context.issuerKeys.forEpoch('2026-12')).toEqual(issuerKeys.forEpoch('2026-11'));
    expect((await published(town)).body.instance).toBe(instance);
  });
});
