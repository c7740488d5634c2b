import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsoleBook, ConsoleHealth, ConsoleJobs, ConsoleSetting } from '@teahouse/contract/members';
import { beforeAll, describe, expect, it } from 'vitest';
import { appoint, because } from '../testing/test-console.ts';
import { newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, openTwin, type Town } from '../testing/test-town.ts';
import { presentSettings } from './settings.ts';

let town: Town;
let olga: TestMember;
let ann: TestMember;
const publicLog = mkdtempSync(join(tmpdir(), 'teahouse-console-'));

beforeAll(async () => {
  town = await openTown({ config: { publicLog, searchesPerHour: 5 } });
  [olga, ann] = (await newMembers(town, 'Olga', 'Ann')) as [TestMember, TestMember];
  await appoint(town, olga, 'operator');
  return async () => {
    await town.close();
    rmSync(publicLog, { recursive: true });
  };
});

const settings = async () =>
  (await olga.browser.call<{ settings: ConsoleSetting[] }>('GET', '/console/settings')).body.settings;
const one = async (name: string) => (await settings()).find((setting) => setting.name === name);
const set = (name: string, value: string | null) =>
  olga.browser.call('PUT', `/console/settings/${name}`, { ...because(), value });

describe('settings', () => {
  it('are told with their type and source, and no secret among them', async () => {
    expect(await one('pagesPerHour')).toEqual({
      ...{ name: 'pagesPerHour', variable: 'TEAHOUSE_PAGES_PER_HOUR', type: 'number', value: '1200' },
      ...{ source: 'default', changeable: true, choices: [] },
    });
    expect(await one('searchesPerHour')).toMatchObject({ value: '5', source: 'program' });
    expect(await one('webOrigin')).toMatchObject({
      type: 'list',
      value: 'https://tea.test',
      changeable: false,
    });
    const [byEnvironment] = presentSettings(town.members.context, { TEAHOUSE_DATABASE_URL: 'postgres://…' });
    expect(byEnvironment).toMatchObject({ name: 'databaseUrl', source: 'environment', value: null });
    const all = JSON.stringify(await settings());
    for (const secret of [town.db.url, town.secrets, 'smtp://']) expect(all).not.toContain(secret);
  });

  it('change at once, where they may, and back to what they were', async () => {
    const search = () => ann.browser.call('GET', '/search/people?q=olga');
    for (let i = 0; i < 5; i++) expect((await search()).status).toBe(200);
    expect((await search()).code).toBe('too-many');
    expect((await set('searchesPerHour', '50')).status).toBe(204);
    expect(await one('searchesPerHour')).toMatchObject({ value: '50', source: 'console' });
    expect((await search()).status).toBe(200);
    expect((await set('searchesPerHour', null)).status).toBe(204);
    expect(await one('searchesPerHour')).toMatchObject({ value: '5', source: 'program' });
    expect((await search()).code).toBe('too-many');
  });

  it('are refused where they are no value, or only a restart changes them', async () => {
    for (const value of ['0', '-1', 'many', ''])
      expect((await set('pagesPerHour', value)).code).toBe('setting-invalid');
    expect((await set('linkPreviews', 'perhaps')).code).toBe('setting-invalid');
    expect((await set('webOrigin', 'https://evil.test')).code).toBe('setting-fixed');
    expect((await set('no-such', '1')).code).toBe('setting-fixed');
  });

  it('reach another process at once, and one that starts', async () => {
    await set('linkPreviews', 'on');
    const twin = await openTwin(town, { publicLog });
    expect(twin.context.settings.get('linkPreviews')).toBe('on');
    await set('linkPreviews', 'off');
    await expect.poll(() => twin.context.settings.get('linkPreviews')).toBe('off');
    await twin.close();
  });
});

describe('jobs', () => {
  const job = async (name: string) =>
    (await olga.browser.call<ConsoleJobs>('GET', '/console/jobs')).body.jobs.find(
      (found) => found.name === name,
    );

  it('tell how they went last, by day, and when they run next', async () => {
    expect(await job('spread')).toMatchObject({ rhythm: 'asked', next: null });
    expect(await job('issuer-daily')).toEqual({
      name: 'issuer-daily',
      rhythm: 'day',
      next: '2026-11-11',
      last: null,
    });
    expect((await job('issuer-epoch'))?.next).toBe('2026-12-01');
    const { watch } = town.members.context.outcomes;
    await watch('issuer-daily', async () => 1);
    expect((await job('issuer-daily'))?.last).toEqual({ day: '2026-11-10', outcome: 'done', code: null });
    const failing = watch('issuer-daily', () =>
      Promise.reject(Object.assign(new Error('of Ann'), { code: 'EIO' })),
    );
    await expect(failing).rejects.toThrow('of Ann');
    expect((await job('issuer-daily'))?.last).toEqual({ day: '2026-11-10', outcome: 'failed', code: 'EIO' });
  });

  it('keep nothing of mails, which are of somebody', async () => {
    await town.members.idle();
    const { rows } = await town.db.pool.query<{ name: string }>('SELECT name FROM job_outcomes');
    expect(rows.map(({ name }) => name)).not.toContain('mail');
  });
});

describe('health', () => {
  it('tells of the pool, the disk and the largest tables', async () => {
    const { body } = await olga.browser.call<ConsoleHealth>('GET', '/console/health');
    expect(body.disk.map(({ place }) => place)).toEqual(['secrets', 'log']);
    for (const { free, total } of body.disk) expect(free).toBeLessThanOrEqual(total);
    expect(body.pool).toMatchObject({ most: 10, waiting: 0 });
    expect(body.database.tables.length).toBe(12);
    expect(body.database.bytes).toBeGreaterThan(1_000_000);
  });

  it("tells of the issuer's log", async () => {
    const { body } = await olga.browser.call<ConsoleBook>('GET', '/console/book');
    const checkpoint = await town.members.context.book.checkpoint();
    expect(body).toEqual({
      origin: town.members.context.book.info.origin,
      size: await town.members.context.book.size(),
      root: checkpoint.split('\n')[2],
      behind: 0,
      witnesses: [],
    });
  });
});
