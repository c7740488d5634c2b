import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings, type Settings } from './config.ts';
import type { Database } from './database.ts';
import { clearHalfFilledTown, demolishTown, fillTown, needsPeople } from './town.ts';

describe('filling the town', () => {
  let root: string;
  let settings: Settings;
  const database: Database = {
    url: () => 'postgresql://x',
    fresh: true,
    embedded: true,
    stop: async () => {},
  };
  const databases = { members: database, talk: database };
  const never = new AbortController().signal;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'tea-seed-'));
    settings = readSettings(root, { PATH: process.env.PATH });
    for (const folder of ['members/database', 'talk/database', 'talk/public-log', 'talk/issuer-log'])
      mkdirSync(path.join(root, 'data', folder), { recursive: true });
    mkdirSync(path.join(root, 'dist/cli'), { recursive: true });
    symlinkSync(path.join(import.meta.dirname, 'lifeline.ts'), path.join(root, 'dist/cli/lifeline.mjs'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** The seed of this test: a program of one line. */
  const seed = (program: string) => {
    const folder = path.join(root, 'packages/testbed/src/seed');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'main.ts'), program);
  };
  const has = (...names: string[]) => names.map((name) => existsSync(path.join(root, 'data', name)));

  it('happens once: afterwards no start asks for people again', async () => {
    seed(`console.log('400 people');`);
    expect(await needsPeople(settings, database)).toBe(true);
    await fillTown(settings, databases, never);
    expect(has('seeded', 'seeding')).toEqual([true, false]);
    expect(await needsPeople(settings, database)).toBe(false);
  });

  it('is not wanted where the demo is switched off', async () => {
    expect(await needsPeople({ ...settings, demo: false }, database)).toBe(false);
  });

  it('is begun anew after it was cut short', async () => {
    seed(`process.kill(process.pid, 'SIGKILL');`);
    await expect(fillTown(settings, databases, never)).rejects.toMatchObject({ code: 'seed' });
    expect(has('seeded', 'seeding', 'members', 'talk')).toEqual([false, true, true, true]);
    clearHalfFilledTown(settings);
    expect(has('seeded', 'seeding', 'members', 'talk')).toEqual([false, false, false, false]);
  });

  it('takes its logs along when it is begun anew: they tell of what was in its databases', () => {
    writeFileSync(path.join(root, 'data/seeding'), '');
    clearHalfFilledTown(settings);
    expect(has('talk/public-log', 'talk/issuer-log')).toEqual([false, false]);
  });

  it('shows the last words of a seed that failed', async () => {
    seed(`throw new Error('the tea is cold');`);
    await expect(fillTown(settings, databases, never)).rejects.toThrow('the tea is cold');
  });

  it('ends with the stop of the program', async () => {
    seed('setInterval(() => {}, 1000);');
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    await expect(fillTown(settings, databases, stop.signal)).rejects.toThrow('SIGKILL');
  });

  it('never throws away a town that is full, or that nobody marked', () => {
    clearHalfFilledTown(settings);
    expect(has('members', 'talk')).toEqual([true, true]);
    writeFileSync(path.join(root, 'data/seeded'), '');
    writeFileSync(path.join(root, 'data/seeding'), '');
    clearHalfFilledTown(settings);
    expect(has('members', 'talk', 'seeding')).toEqual([true, true, false]);
  });

  it('leaves databases of the operator to the operator', () => {
    const own = readSettings(root, { TEAHOUSE_TALK_DATABASE_URL: 'postgresql://own' });
    writeFileSync(path.join(root, 'data/seeding'), '');
    expect(() => clearHalfFilledTown(own)).toThrow(/Empty both databases/);
    expect(has('members', 'talk', 'seeding')).toEqual([true, true, true]);
  });

  it('starts from nothing when a town is demolished on purpose', () => {
    writeFileSync(path.join(root, 'data/seeded'), '');
    demolishTown(settings);
    expect(has('members', 'talk', 'seeded', 'seeding')).toEqual([false, false, false, false]);
  });
});
