import type { LiveEvent } from '@teahouse/contract/talk';
import { fakeClock } from '@teahouse/kit/clock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ComposeInput, copyOf, harbour, opening, orchard, post, send } from './fixtures.ts';
import { anotherDevice, type Device, newDevice, newMembers, type Person } from './people.ts';
import { startTeahouse, type Town } from './town.ts';
import type { WireRequest } from './wire.ts';

const room = 'in-blue-harbour';
const start = '2026-11-18T09:00:00Z';
const header = 'teahouse-room-key';

const among = (title: string): ComposeInput => ({
  ...(opening(title) as Extract<ComposeInput, { kind: 'thread' }>),
  room,
  label: { kind: 'company' },
});

describe('a room that only colleagues read', () => {
  const clock = fakeClock(start);
  let town: Town;
  let ann: Person;
  let bo: Person;
  let inside: { id: string; thread: string };

  beforeAll(async () => {
    town = await startTeahouse({ clock });
    [ann, bo] = (await newMembers(town, [
      { name: 'Ann', company: harbour },
      { name: 'Bo', company: orchard },
    ])) as [Person, Person];
    await ann.client.rooms.key(room);
    inside = await post(ann.client, among('Among ourselves'));
    await post(ann.client, opening('For everybody'));
  });
  beforeEach(() => clock.set(start));
  afterAll(() => town?.stop());

  const isEntering = ({ method, path }: WireRequest) => method === 'POST' && path.endsWith('/key');
  /** What a device asks while something is done. */
  async function asked({ wire }: Device, task: () => Promise<unknown>): Promise<WireRequest[]> {
    const before = wire.requests.length;
    await task();
    return wire.requests.slice(before);
  }
  const list = ({ client }: Device) => client.talk.threads({ params: { room }, query: {} });
  const sameDevice = (store = ann.store) => newDevice(town, { store });

  it('is entered once a day and device, and then read without showing anything again', async () => {
    const requests = await asked(ann, async () => {
      const [one, two] = await Promise.all([ann.client.rooms.key(room), ann.client.rooms.key(room)]);
      expect(one).toBe(two);
      const { threads } = await list(ann);
      expect(threads.map(({ title }) => title)).toEqual(['Among ourselves']);
    });
    expect(requests.filter(isEntering)).toEqual([]);
    expect(ann.client.rooms.snapshot()).toEqual({ entered: [room] });
    const again = await sameDevice();
    expect((await list(again)).threads).toHaveLength(1);
    expect(again.wire.requests.filter(isEntering)).toEqual([]);
  });

  it('is never entered by reading alone', async () => {
    const other = await anotherDevice(town, ann);
    const requests = await asked(other, async () => {
      await expect(list(other)).rejects.toMatchObject({ code: 'room-closed', status: 403 });
      await other.client.inbox.look();
    });
    expect(requests.filter(isEntering)).toEqual([]);
  });

  it('is closed to those who work elsewhere, and nothing of theirs is shown in trying', async () => {
    const requests = await asked(bo, () =>
      expect(bo.client.rooms.key(room)).rejects.toMatchObject({ code: 'credential-missing' }),
    );
    expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
    await expect(bo.client.rooms.key('square')).rejects.toMatchObject({ code: 'unknown-room' });
    await expect(list(bo)).rejects.toMatchObject({ code: 'room-closed' });
  });

  it('has its key sent with every read of it, and with nothing else', async () => {
    const { talk, proof } = ann.client;
    const { id, thread } = inside;
    await town.talk.logActs();
    const requests = await asked(ann, async () => {
      const params = { room, post: id };
      await talk.thread({ params: { room, thread } });
      await talk.history({ params });
      await proof(room, id);
      await talk.reactions({ params });
      await talk.ballots({ params: { ...params, kind: 'poll' } });
      await talk.roomAliases({ params: { room } });
      await talk.roomPosts({ params: { room }, query: { day: start.slice(0, 10) } });
      const live = await talk.roomEvents({ params: { room } });
      await live.body?.cancel();
      await talk.search({ query: { q: 'ourselves', room } }).catch(() => undefined);

      await talk.rooms();
      await talk.latest();
      await talk.threads({ params: { room: 'square' } });
      await talk.threads({ params: { room: 'co-blue-harbour' } });
      await talk.bulkAliases();
      await talk.bulkPosts({ query: { day: start.slice(0, 10) } });
      await talk.search({ query: { q: 'ourselves' } }).catch(() => undefined);
      await send(ann.client, {
        ...{ kind: 'reply', room, thread, target: id },
        text: 'With a signature, without the key.',
      });
    });
    const carrying = requests.filter(({ headers }) => headers[header] !== undefined);
    const about = requests.filter(
      ({ method, path }) => method === 'GET' && (path.includes(`/${room}/`) || path.includes(`room=${room}`)),
    );
    expect(carrying).toEqual(about);
    expect(about.length).toBeGreaterThanOrEqual(9);
    expect(requests.some(({ method, path }) => method === 'POST' && path.endsWith(`/${room}/acts`))).toBe(
      true,
    );
    expect(new Set(carrying.map(({ headers }) => headers[header])).size).toBe(1);
  });

  it('is read over midnight with the key of the day before, and entered anew by whoever opens it', async () => {
    clock.set('2026-11-19T00:10:00Z');
    const device = await sameDevice();
    const reading = await asked(device, () => list(device));
    expect(reading.filter(isEntering)).toEqual([]);
    expect(device.client.rooms.snapshot()).toEqual({ entered: [] });
    const opened = await asked(device, () => device.client.rooms.key(room));
    expect(opened.filter(isEntering)).toHaveLength(1);
    expect(device.client.rooms.snapshot()).toEqual({ entered: [room] });
  });

  it('is entered once more by the page that has it open when its key lapses', async () => {
    const device = await sameDevice();
    await device.client.rooms.key(room);
    clock.set('2026-11-21T08:00:00Z');
    const requests = await asked(device, async () => {
      expect((await list(device)).threads).toHaveLength(1);
      await list(device);
    });
    expect(requests.filter(isEntering)).toHaveLength(1);
    expect(requests.filter(({ path }) => path.endsWith(`/${room}/threads`))).toHaveLength(3);
  });

  it('leaves no key of an earlier day on the device', async () => {
    clock.set('2026-11-24T08:00:00Z');
    await sameDevice();
    expect((await ann.store.keys()).filter((key) => key.startsWith('room-key/'))).toEqual([]);
    clock.set(start);
    await ann.client.rooms.key(room);
  });

  it('is not opened by an act: where its key has lapsed the author is asked', async () => {
    const device = await anotherDevice(town, ann);
    await device.client.restore(await ann.client.wallet.phrase());
    await device.client.wallet.refresh();
    const reply = { kind: 'reply', room, thread: inside.thread, target: inside.id, text: 'Later.' } as const;
    const requests = await asked(device, async () => {
      const { state } = await send(device.client, reply);
      expect(state).toMatchObject({ name: 'refused', code: 'room-closed' });
    });
    expect(requests.filter(isEntering)).toEqual([]);
  });

  it('tells a page that watches it what is said', async () => {
    const events: LiveEvent[] = [];
    let heard = () => {};
    const next = () =>
      new Promise<void>((resolve) => {
        heard = resolve;
      });
    const opened = next();
    const stop = ann.client.watch(
      { room },
      (event) => {
        events.push(event);
        heard();
      },
      (state) => state === 'open' && heard(),
    );
    await opened;
    const said = next();
    const where = { kind: 'reply', room, thread: inside.thread, target: inside.id } as const;
    await post(ann.client, { ...where, text: 'Live, inside.' });
    await said;
    stop();
    expect(events.map(({ post: { body } }) => body?.text)).toEqual(['Live, inside.']);
    // A stranger's page is told that it hears nothing, and does not keep knocking.
    const states: string[] = [];
    await new Promise<void>((resolve) => {
      bo.client.watch(
        { room },
        () => undefined,
        (state) => {
          states.push(state);
          resolve();
        },
      );
    });
    expect(states).toEqual(['lost']);
  });

  it('is closed to a locked device, which forgets its key and what its inbox holds', async () => {
    const store = await copyOf(ann.store);
    const { client } = await newDevice(town, { store });
    await client.rooms.key(room);
    await post(client, {
      kind: 'reply',
      room,
      thread: inside.thread,
      target: inside.id,
      text: 'Before the lock.',
    });
    await client.inbox.saw(inside.thread, [{ id: 'seen'.padEnd(43, 'A'), slot: start }]);
    const secret = { kind: 'passphrase', passphrase: 'a pot of old pu-erh' } as const;
    await client.deviceLock.turnOn(secret);
    await client.deviceLock.lock();
    expect(client.rooms.snapshot()).toEqual({ entered: [] });
    expect(client.inbox.snapshot()).toMatchObject({ items: [], lookedAt: null });
    await expect(client.talk.threads({ params: { room }, query: {} })).rejects.toMatchObject({
      code: 'room-closed',
    });
    await client.deviceLock.unlock(secret);
    expect(client.rooms.snapshot()).toEqual({ entered: [room] });
    expect((await client.talk.threads({ params: { room }, query: {} })).threads).toHaveLength(1);
  });

  it('gives a restored device its masks and labels back as soon as it is entered, and not before', async () => {
    const device = await anotherDevice(town, ann);
    const { threads } = await device.client.restore(await ann.client.wallet.phrase());
    expect(threads.map((one) => one.room)).toEqual(['square']);
    expect(await device.client.aliases.known(threads[0]!.thread)).toEqual(
      await ann.client.aliases.known(threads[0]!.thread),
    );
    await device.client.wallet.refresh();
    expect(await device.client.aliases.known(inside.thread)).toBeUndefined();
    await device.client.rooms.key(room);
    expect(await device.client.aliases.known(inside.thread)).toEqual({
      room,
      pseudonym: expect.stringMatching(/^[\w-]{64}$/),
      label: { kind: 'company', epoch: '2026-11', company: 'blue-harbour', standing: 'current' },
    });
    const titles = (await device.client.myThreads()).map(({ title }) => title);
    expect(titles).toEqual(['For everybody', 'Among ourselves']);
    const named = device.wire.requests.filter(({ path, body }) =>
      [inside.id, inside.thread].some((id) => `${path}${body}`.includes(id)),
    );
    expect(named).toEqual([]);
  });
});
