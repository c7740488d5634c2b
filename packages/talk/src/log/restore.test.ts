import { cpSync, rmSync } from 'node:fs';
import { Info, talkLimits } from '@teahouse/contract/talk';
import { isoWeek, presentationToWire, tokensContext } from '@teahouse/protocol';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTalk, type Talk } from '../app.ts';
import { call, Holder, send } from '../testing/holder.ts';
import { rng } from '../testing/issuer.ts';
import { decider } from '../testing/order.ts';
import { entriesOf, readLog } from '../testing/read-log.ts';
import { instance, startTown, type Town } from '../testing/town.ts';
import { textOf } from '../wire.ts';

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.stop());

const tables = [
  'aliases',
  'cases',
  'decisions',
  'draws',
  'log_entries',
  'log_state',
  'logged_acts',
  'pending_acts',
  'posts',
].concat(['post_versions', 'refunds', 'room_stats', 'spent', 'threads', 'token_keys']);

/** Copies of all tables, as a backup has them. */
async function backUp(): Promise<void> {
  for (const table of tables) {
    await town.db.pool.query(`CREATE TABLE backup_${table} AS TABLE ${table}`);
  }
}
async function restore(): Promise<void> {
  for (const table of tables) {
    await town.db.pool.query(`TRUNCATE ${table}`);
    await town.db.pool.query(`INSERT INTO ${table} SELECT * FROM backup_${table}`);
  }
}
async function restart(): Promise<Talk> {
  return createTalk({ config: town.config, clock: town.clock, log: town.log });
}
const infoOf = async (talk: Talk) => Info.parse((await talk.app.inject({ url: '/api/talk/info' })).json());
function drawing(holder: Holder, keyId: string) {
  const week = isoWeek(town.clock.now());
  const entry = presentationToWire(holder.show(tokensContext(instance, week), 'alias'));
  const blinded = Array.from({ length: talkLimits.tokensPerWeek }, () =>
    textOf(Buffer.concat([Buffer.alloc(1), rng(255)])),
  );
  return { week, keyId, entry, blinded };
}
const draw = async (talk: Talk, body: object) =>
  (await talk.app.inject({ method: 'POST', url: '/api/talk/tokens/draw', payload: body })).statusCode;

it('a restored backup voids all token keys, lets everyone draw again, and says so in the log', async () => {
  const author = new Holder(town);
  const opened = (await send(town, 'square', author.thread())).body;
  await town.talk.logActs();
  const [before] = (await infoOf(town.talk)).tokenKeys;
  expect(await draw(town.talk, drawing(author, before!.id))).toBe(200);
  await backUp();
  const lost = (await send(town, 'square', author.thread())).body;
  await town.talk.logActs();
  const slotsBefore = (await entriesOf(town.talk, 'acts')).map(({ entry }) => entry.slot);
  await town.talk.close();
  await restore();

  const talk = await restart();
  try {
    const { tokenKeys } = await infoOf(talk);
    expect(tokenKeys.map(({ month }) => month)).toEqual(['2026-11']);
    expect(tokenKeys[0]?.id).not.toBe(before!.id);
    const kept = { ...town, talk };
    // A token of the old key is worth nothing; those of the new one are there for everybody, this very week.
    expect((await send(kept, 'square', author.thread())).body.code).toBe('token-invalid');
    expect(await draw(talk, drawing(author, before!.id))).toBe(403);
    expect(await draw(talk, drawing(author, tokenKeys[0]!.id))).toBe(200);

    const entries = await readLog(talk);
    const [event] = await entriesOf(talk, 'event');
    expect(event?.entry).toMatchObject({ kind: 'operation', code: 'backup-restored', subject: null });
    const key = (await entriesOf(talk, 'token-key')).at(-1);
    expect(event!.index).toBeLessThan(key!.index);
    expect(key!.index).toBe(tokenKeys[0]!.logged);
    expect(entries.filter(({ type }) => type === 'log')).toHaveLength(1);

    // What was there when the backup was made can still be shown; what was lost is gone, though its root stands.
    const proof = (id: string) => call(kept, 'GET', `/rooms/square/posts/${id}/proof`);
    expect((await proof(opened.id)).status).toBe(200);
    expect((await proof(lost.id)).body.code).toBe('unknown-post');
    await talk.logActs();
    const slots = (await entriesOf(talk, 'acts')).map(({ entry }) => entry.slot);
    expect(slots.slice(0, slotsBefore.length)).toEqual(slotsBefore);
  } finally {
    await talk.close();
  }
});

it('refunds of void tokens are not made, and a second restore starts another key', async () => {
  const author = new Holder(town);
  await send(town, 'square', author.thread());
  await backUp();
  await town.talk.logActs();
  await town.talk.close();
  const seen = new Set<string>();
  for (let round = 0; round < 2; round++) {
    await restore();
    const talk = await restart();
    town.clock.advance(25 * 3_600_000);
    await talk.upkeep();
    for (const key of (await infoOf(talk)).tokenKeys) seen.add(key.id);
    await talk.close();
    const { rows } = await town.db.pool.query('SELECT FROM refunds WHERE octet_length(signatures) > 0');
    expect(rows).toEqual([]);
    expect(seen.size).toBe(round + 1);
  }
});

it('an act that waited in the backup stands in the log all the same', async () => {
  const opened = (await send(town, 'square', new Holder(town).thread())).body;
  await backUp();
  await town.talk.logActs();
  await town.talk.close();
  await restore();
  const talk = await restart();
  try {
    await talk.logActs();
    const { statusCode } = await talk.app.inject({ url: `/api/talk/rooms/square/posts/${opened.id}/proof` });
    expect(statusCode).toBe(200);
    expect(await entriesOf(talk, 'acts')).toHaveLength(2);
  } finally {
    await talk.close();
  }
});

it('an older copy of the log is refused at the start, and nothing is served', async () => {
  const { publicLog } = town.talk.config;
  cpSync(publicLog, `${publicLog}-old`, { recursive: true });
  await send(town, 'square', new Holder(town).thread());
  await town.talk.logActs();
  await town.talk.close();
  rmSync(publicLog, { recursive: true });
  cpSync(`${publicLog}-old`, publicLog, { recursive: true });
  await expect(restart()).rejects.toMatchObject({ code: 'log-behind-database' });
});

it('a decision that the log holds and the backup still has to log is not logged again', async () => {
  const opened = (await send(town, 'square', new Holder(town).thread())).body;
  const desk = decider(town);
  await desk.decide({ ...opened, room: 'square' }, 'remove', { rule: 'insult' });
  await backUp();
  town.clock.advance(6 * 60_000);
  await town.talk.upkeep();
  const before = (await entriesOf(town.talk, 'event')).map(({ entry }) => entry.code);
  expect(before).toEqual(['remove']);
  await town.talk.close();
  await restore();
  const talk = await restart();
  try {
    await talk.upkeep();
    const after = (await entriesOf(talk, 'event')).map(({ entry }) => entry.code);
    expect(after).toEqual(['remove', 'backup-restored']);
    const { rows } = await town.db.pool.query('SELECT log_index FROM decisions');
    expect(Number(rows[0].log_index)).toBeGreaterThan(0);
  } finally {
    await talk.close();
  }
});
