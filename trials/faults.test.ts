import { describe, expect, it } from 'vitest';
import { killOneOfThree } from './kill-one-of-three.ts';
import { killPostgres } from './kill-postgres.ts';
import { killServer } from './kill-server.ts';
import { failing } from './lib/trial.ts';
import { outage } from './outage.ts';
import { restore } from './restore.ts';

const options = { short: true, say: () => {} };

// Short forms of `npm run trials`, on a town of real processes.
describe('nothing that was acknowledged is lost, and nothing is there by half', { timeout: 300_000 }, () => {
  it('after kill -9 of talk, of members and of the whole house', async () => {
    expect(failing(await killServer(options))).toEqual([]);
  });

  it('after kill -9 of Postgres', async () => {
    expect(failing(await killPostgres(options))).toEqual([]);
  });

  it('after kill -9 of one of three processes of each plane', async () => {
    expect(failing(await killOneOfThree(options))).toEqual([]);
  });

  it('after the databases were away', async () => {
    expect(failing(await outage(options))).toEqual([]);
  });

  it('of what a backup had, which makes older tokens void when it is put back', async () => {
    expect(failing(await restore(options))).toEqual([]);
  });
});
