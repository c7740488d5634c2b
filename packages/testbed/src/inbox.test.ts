import { randomBytes } from 'node:crypto';
import { fakeClock } from '@teahouse/kit/clock';
import { createPool, type Pool } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOf, harbour, opening, orchard, post } from './fixtures.ts';
import { anotherDevice, type Device, newDevice, newMembers, type Person } from './people.ts';
import { startTeahouse, type Town } from './town.ts';
import type { WireRequest } from './wire.ts';

const minute = 60_000;
const clock = fakeClock('2026-11-18T09:00:00Z');
let town: Town;
let ann: Person;
let bo: Person;
let cy: Person;

beforeAll(async () => {
  town = await startTeahouse({ clock });
  [ann, bo, cy] = (await newMembers(town, [
    { name: 'Ann', company: harbour },
    { name: 'Bo', company: orchard },
    { name: 'Cy', company: harbour },
  ])) as [Person, Person, Person];
});
afterAll(() => town?.stop());

const items = ({ client }: Device) =>
  client.inbox.snapshot().items.map(({ kind, id, read }) => ({ kind, id, read }));
const replyTo = (to: { id: string; thread: string }, text = 'An answer.', room = 'square') =>
  ({ kind: 'reply', room, thread: to.thread, target: to.id, text }) as const;
/** What a device asks while something is done, without the origin's own times. */
async function asked({ wire }: Device, task: () => Promise<unknown>): Promise<WireRequest[]> {
  const before = wire.requests.length;
  await task();
  return wire.requests.slice(before);
}

describe('the inbox of an author', () => {
  let thread: { id: string; thread: string };
  let answer: { id: string; thread: string };
  let deeper: { id: string; thread: string };

  it('has what answers a post, and what is said in an own thread, and nothing of others', async () => {
    thread = await post(ann.client, opening('Who knows?'));
    const elsewhere = await post(bo.client, opening('Something else'));
    answer = await post(bo.client, replyTo(thread));
    deeper = await post(cy.client, replyTo(answer));
    await post(cy.client, replyTo(elsewhere));
    for (const { client } of [ann, bo, cy]) await client.inbox.look();
    expect(new Set(items(ann))).toEqual(
      new Set([
        { kind: 'reply', id: answer.id, read: false },
        { kind: 'thread', id: deeper.id, read: false },
      ]),
    );
    expect(ann.client.inbox.snapshot().unread).toBe(2);
    expect(items(bo).map(({ kind }) => kind)).toEqual(['reply', 'reply']);
    expect(items(cy)).toEqual([]);
  });

  it('has a mention by name, without any answer', async () => {
    const { posts } = await cy.client.talk.thread({ params: { room: 'square', thread: thread.thread } });
    const pseudonym = posts.find(({ id }) => id === deeper.id)!.pseudonym;
    const pool = createPool({ url: town.databases.talk, name: 'test', max: 1 });
    const [said] = await Promise.all([post(bo.client, replyTo(thread, 'What do you say?'))]);
    // As an act with mentions leaves it; composing one is not part of the inbox.
    await pool.query('UPDATE posts SET mentions = $2 WHERE id = $1', [
      Buffer.from(said.id, 'base64url'),
      Buffer.from(pseudonym, 'base64url'),
    ]);
    await pool.end();
    await cy.client.inbox.look();
    expect(items(cy)).toEqual([{ kind: 'mention', id: said.id, read: false }]);
  });

  it('fetches the words when an item is opened, as any reader of the thread does', async () => {
    const where = { room: 'square', thread: thread.thread };
    const requests = await asked(ann, async () => {
      const words = await ann.client.inbox.words(where, [answer.id, deeper.id]);
      expect([answer, deeper].map(({ id }) => words.posts.get(id)?.body?.text)).toEqual([
        'An answer.',
        'An answer.',
      ]);
      expect(words.thread.title).toBe('Who knows?');
      expect(words.aliases.get(words.posts.get(answer.id)!.pseudonym)).toBeDefined();
    });
    expect(requests.map(({ path }) => path)).toEqual([
      `/api/talk/rooms/square/threads/${thread.thread}?around=${answer.id}`,
    ]);
  });

  it('remembers what was read, over a reload too', async () => {
    await ann.client.inbox.read([answer.id]);
    const reloaded = await newDevice(town, { store: ann.store });
    await reloaded.client.inbox.look();
    expect(reloaded.client.inbox.snapshot().items.find(({ id }) => id === answer.id)?.read).toBe(true);
    const { unread } = reloaded.client.inbox.snapshot();
    expect(unread).toBe(2);
    await reloaded.client.inbox.readAll();
    expect(reloaded.client.inbox.snapshot().unread).toBe(0);
    await ann.client.inbox.reload();
    expect(ann.client.inbox.snapshot().unread).toBe(0);
  });

  it('does not tell again what the page of the thread has shown', async () => {
    const live = await post(bo.client, replyTo(thread, 'While you look.'));
    const { posts } = await ann.client.talk.thread({ params: { room: 'square', thread: thread.thread } });
    await ann.client.inbox.saw(thread.thread, posts);
    await ann.client.inbox.look();
    expect(items(ann)).toContainEqual({ kind: 'reply', id: live.id, read: true });
    expect(ann.client.inbox.snapshot().unread).toBe(0);
  });

  it('is silent about a muted thread until it is heard again', async () => {
    const where = { room: 'square', thread: thread.thread };
    await ann.client.inbox.mute(where, true);
    await post(cy.client, replyTo(thread, 'Into the silence.'));
    await ann.client.inbox.look();
    expect(ann.client.inbox.snapshot()).toMatchObject({ items: [], unread: 0, muted: [where] });
    await ann.client.inbox.mute(where, false);
    expect(ann.client.inbox.snapshot().unread).toBe(1);
  });

  it('reads a day that is over once, and today again and again', async () => {
    const days = (requests: WireRequest[]) => requests.map(({ path }) => path.split('day=')[1]);
    clock.advance(24 * 60 * minute);
    expect(days(await asked(ann, () => ann.client.inbox.look()))).toEqual(['2026-11-19', '2026-11-18']);
    expect(days(await asked(ann, () => ann.client.inbox.look()))).toEqual(['2026-11-19']);
  });

  it('says why it could not look, and looks again', async () => {
    let broken = true;
    const device = await newDevice(town, {
      store: await copyOf(ann.store),
      network: (through) => (input, init) =>
        broken ? Promise.reject(new TypeError('no network')) : through(input, init),
    });
    await device.client.inbox.look();
    expect(device.client.inbox.snapshot()).toMatchObject({ error: 'offline', looking: false });
    broken = false;
    await device.client.inbox.look();
    expect(device.client.inbox.snapshot().error).toBeNull();
  });

  it('comes back on a restored device', async () => {
    const device = await anotherDevice(town, ann);
    await device.client.restore(await ann.client.wallet.phrase());
    await device.client.inbox.look();
    const ids = (of: Device) => new Set(of.client.inbox.snapshot().items.map(({ id }) => id));
    expect(ids(device)).toEqual(ids(ann));
    expect(ids(device).size).toBeGreaterThan(3);
  });

  it('tells of a room for colleagues once that was entered, by the file of the room', async () => {
    const room = 'in-blue-harbour';
    await ann.client.rooms.key(room);
    await cy.client.rooms.key(room);
    const label = { kind: 'company' } as const;
    const inside = await post(ann.client, { ...opening('Inside'), room, label } as Parameters<
      typeof post
    >[1]);
    const said = await post(cy.client, { ...replyTo(inside, 'Between us.', room), label });
    const device = await newDevice(town, { store: await copyOf(ann.store) });
    const requests = await asked(device, () => device.client.inbox.look());
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(items(device)).toContainEqual({ kind: 'reply', id: said.id, read: false });
    await bo.client.inbox.look();
    expect(JSON.stringify(bo.client.inbox.snapshot())).not.toContain(inside.thread);
    // Another day, not entered: the room is left alone.
    clock.advance(24 * 60 * minute);
    const next = await newDevice(town, { store: await copyOf(ann.store) });
    const later = await asked(next, () => next.client.inbox.look());
    expect(later.filter(({ path }) => path.includes(room))).toEqual([]);
  });
});

describe('an inbox that was started', () => {
  it('looks at once, and again every ten to twenty minutes', async () => {
    const set: { task: () => void; milliseconds: number }[] = [];
    const timers = {
      set: (task: () => void, milliseconds: number) => set.push({ task, milliseconds }),
      clear: () => undefined,
    };
    const device = await newDevice(town, { store: await copyOf(ann.store), timers });
    clock.advance(60 * minute);
    device.client.start();
    const pauses: number[] = [];
    for (let i = 0; i < 6; i++) {
      const due = set.at(-1)!;
      clock.advance(due.milliseconds);
      const requests = await asked(device, async () => {
        const before = set.length;
        due.task();
        await expect.poll(() => set.length, { timeout: 30_000 }).toBeGreaterThan(before);
      });
      expect(requests.filter(({ path }) => path.includes('/bulk/posts')).length).toBeGreaterThan(0);
      pauses.push(set.at(-1)!.milliseconds);
    }
    device.client.stop();
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(10 * minute);
    expect(Math.max(...pauses)).toBeLessThan(20 * minute);
    expect(new Set(pauses).size).toBeGreaterThan(1);
  });
});

describe('the inbox of a prolific author', () => {
  let pool: Pool;
  let prolific: Device;
  let modest: Device;
  const hash = (length = 32) => randomBytes(length);
  const text = (bytes: Buffer) => bytes.toString('base64url');

  /** A thread with an answer, written as rows: two hundred threads take an author years of tokens. */
  async function threadOf({ client }: Device, slot: number): Promise<{ answer: string }> {
    const [thread, first, answer] = [hash(), hash(), hash()];
    const [mine, other] = [hash(48), hash(48)];
    const rows = [
      { id: first, parent: null, seq: 0, pseudonym: mine },
      { id: answer, parent: first, seq: 1, pseudonym: other },
    ];
    for (const { id, parent, seq, pseudonym } of rows) {
      await pool.query(
        `INSERT INTO posts (room_id, thread_id, id, parent, seq, pseudonym, slot, edits, deleted, last_act, header, signature, inside, state, blurred)
         VALUES ('square', $1, $2, $3, $4, $5, $6, 0, false, $2, '', '', false, 0, false)`,
        [thread, id, parent, seq, pseudonym, slot],
      );
    }
    await client.aliases.remember(text(thread), { room: 'square', pseudonym: text(mine), label: null });
    return { answer: text(answer) };
  }

  beforeAll(async () => {
    pool = createPool({ url: town.databases.talk, name: 'test', max: 1 });
    const [one, two] = await newMembers(town, [
      { name: 'Di', company: harbour },
      { name: 'Ed', company: orchard },
    ]);
    [prolific, modest] = [one as Person, two as Person];
    const today = Math.floor(clock.now().getTime() / (5 * minute));
    const ofDay = 24 * 12;
    for (let i = 0; i < 200; i++) await threadOf(prolific, today - (i % 40) * ofDay);
    await threadOf(modest, today - 3 * ofDay);
  });
  afterAll(() => pool?.end());

  it('asks what everybody asks, byte for byte', async () => {
    const [many, few] = [
      await asked(prolific, () => prolific.client.inbox.look()),
      await asked(modest, () => modest.client.inbox.look()),
    ];
    expect(prolific.client.inbox.snapshot().items).toHaveLength(200);
    expect(modest.client.inbox.snapshot().items).toHaveLength(1);
    expect(many).toEqual(few);
    expect(many).toHaveLength(60);
    expect(
      new Set(many.map(({ headers, body, method }) => JSON.stringify([headers, body, method]))).size,
    ).toBe(1);
    const [more, less] = [
      await asked(prolific, () => prolific.client.inbox.look()),
      await asked(modest, () => modest.client.inbox.look()),
    ];
    expect(more).toEqual(less);
    expect(more).toHaveLength(1);
  });

  it('asks the same as somebody who never spoke', async () => {
    const [silent] = await newMembers(town, [{ name: 'Flo', company: harbour }]);
    const first = await asked(silent as Person, () => (silent as Person).client.inbox.look());
    const device = await newDevice(town, { store: await copyOf(prolific.store) });
    await device.client.inbox.lookAfresh();
    expect(await asked(device, () => device.client.inbox.look())).toEqual(first);
  });

  it('finds a single answer among many days and pages', async () => {
    const today = Math.floor(clock.now().getTime() / (5 * minute));
    await pool.query(
      `INSERT INTO posts (room_id, thread_id, id, parent, seq, pseudonym, slot, edits, deleted, last_act, header, signature, inside, state, blurred)
       SELECT 'square', sha256(n::text::bytea), sha256(('p' || n)::bytea), NULL, 0, $2, $1, 0, false, sha256(n::text::bytea), '', '', false, 0, false
       FROM generate_series(1, 4500) AS n`,
      [today, hash(48)],
    );
    const { answer } = await threadOf(modest, today);
    const requests = await asked(modest, () => modest.client.inbox.look());
    expect(requests).toHaveLength(3);
    expect(modest.client.inbox.snapshot().items.map(({ id }) => id)).toContain(answer);
  });
});
