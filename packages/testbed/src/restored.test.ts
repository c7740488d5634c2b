import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fakeClock } from '@teahouse/kit/clock';
import { createPool, type Pool } from '@teahouse/kit/pool';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabases, type TwoDatabases } from './databases.ts';
import { harbour, opening, post, send } from './fixtures.ts';
import { newDevice, newMember, type Person } from './people.ts';
import { startTeahouse, type Town } from './town.ts';

const clock = fakeClock('2026-11-18T09:00:00Z');
let data: string;
let databases: TwoDatabases;
let pool: Pool;
let town: Town;
let ann: Person;

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'tea-restored-'));
  databases = await openDatabases(data);
  pool = createPool({ url: databases.talk, name: 'test', max: 1 });
  town = await startTeahouse({ clock, databases, data });
  ann = await newMember(town, { name: 'Ann', company: harbour });
});
afterAll(async () => {
  await town?.stop();
  await pool?.end();
  await databases?.close();
  await rm(data, { recursive: true, force: true });
});

/** All tables of talk, copied to or from another schema, as a backup has them. */
async function copyTables(task: 'back up' | 'restore'): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  if (task === 'back up') await pool.query('CREATE SCHEMA backup');
  for (const { name } of rows) {
    if (task === 'back up') await pool.query(`CREATE TABLE backup.${name} AS TABLE public.${name}`);
    else await pool.query(`TRUNCATE public.${name}; INSERT INTO public.${name} TABLE backup.${name}`);
  }
}

it('after a backup of talk was restored, a member draws anew in the same week and joins nothing', async () => {
  const { client } = ann;
  await post(client, opening('Before the backup'));
  await town.talk.logActs();
  await copyTables('back up');
  await post(client, opening('Lost with the restore'));
  await town.talk.logActs();
  const [lost] = ann.wire.requests.filter((one) => one.path.endsWith('/acts')).slice(-1);
  const spentBefore = new Set(await noncesOf(client));
  expect(spentBefore.size).toBe(4);

  await restoreTalk();
  // The same device: what it remembers of the log still stands, and grew by what the restore says of itself.
  const device = await newDevice(town, { store: ann.store });
  expect(await device.client.tokens.draw()).toBe(14);
  expect(device.client.logs.snapshot().state).toEqual({ name: 'ok' });
  const { state } = await send(device.client, opening('After the restore'));
  expect(state.name).toBe('sent');
  const used = await noncesOf(device.client);
  expect(used).toHaveLength(2);
  expect(used.filter((nonce) => spentBefore.has(nonce))).toEqual([]);
  // What was accepted and lost is void: its tokens are of the old key.
  const again = device.client.talk.act({ params: { room: 'square' }, body: JSON.parse(lost?.body ?? '') });
  await expect(again).rejects.toMatchObject({ code: 'token-invalid' });
});

it('an act that was built with tokens of the old key is built anew', async () => {
  const { store } = ann;
  const offline = await newDevice(town, {
    store,
    network: (through) => (input, init) =>
      String(input).endsWith('/acts') ? Promise.reject(new TypeError('no network')) : through(input, init),
  });
  const { id, state } = await send(offline.client, opening('Written before'));
  expect(state).toMatchObject({ name: 'failed', code: 'offline' });
  await restoreTalk();
  const device = await newDevice(town, { store });
  await device.client.outbox.sendNow(id);
  await device.client.outbox.run();
  await device.client.outbox.run();
  expect(device.client.outbox.snapshot().find((one) => one.id === id)?.state.name).toBe('sent');
});

/** Stops the town, puts the backup back, and starts it again: talk makes another key. */
async function restoreTalk(): Promise<void> {
  await town.stop();
  await copyTables('restore');
  town = await startTeahouse({ clock, databases, data });
  await town.talk.refreshWindow();
}

/** Nonces of the week that this device will not use again. */
async function noncesOf(client: Person['client']): Promise<string[]> {
  await client.tokens.refresh();
  const weeks = (await ann.store.keys()).filter((key) => key.startsWith('tokens/'));
  const drawn = await Promise.all(weeks.map((key) => ann.store.get(key)));
  const tokens = drawn.flatMap((week) => (week as { tokens: { nonce: string; state: string }[] }).tokens);
  return tokens.filter((one) => one.state === 'gone').map(({ nonce }) => nonce);
}
