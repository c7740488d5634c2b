import {
  BulkAliases,
  BulkPosts,
  BulkRefunds,
  RoomKey,
  roomKeyHeader,
  ThreadSort,
  ThreadView,
  talkPaths,
} from '@teahouse/contract/talk';
import { type LabelKind, presentationToWire, roomContext } from '@teahouse/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, Holder, send, tokenKeyOf } from '../testing/holder.ts';
import { rng } from '../testing/issuer.ts';
import { entriesOf } from '../testing/read-log.ts';
import { counts, start, startTown, type Town } from '../testing/town.ts';
import { textOf } from '../wire.ts';

const room = 'in-xinghe';
const today = start.slice(0, 10);
const marker = 'what-only-colleagues-know';

let town: Town;
let ann: Holder;
let inside: { id: string; thread: string };
let outside: { id: string; thread: string };

beforeAll(async () => {
  town = await startTown();
  ann = new Holder(town);
  inside = (await send(town, room, ann.thread({ room, title: marker, text: marker }))).body;
  outside = (await send(town, 'square', ann.thread())).body;
});
beforeEach(() => town.clock.set(start));
afterAll(() => town.stop());

const enter = (
  holder: Holder,
  i: { room?: string; day?: string; kind?: LabelKind; of?: Uint8Array } = {},
) => {
  const day = i.day ?? today;
  const context = i.of ?? roomContext(i.room ?? room, day);
  const body = { day, entry: presentationToWire(holder.show(context, i.kind ?? 'company')) };
  return call<{ key: string }>(town, 'POST', `/rooms/${i.room ?? room}/key`, body);
};
const keyOf = async (holder = ann, i = {}): Promise<string> =>
  RoomKey.parse((await enter(holder, i)).body).key;
const read = (path: string, key?: string) =>
  call(town, 'GET', path, undefined, key === undefined ? {} : { [roomKeyHeader]: key });

/** Each read of a room, by its name in the contract, for a post and a thread of it. */
const reads = (of: string, { id, thread }: { id: string; thread: string }): Record<string, string> => ({
  threads: `/rooms/${of}/threads`,
  thread: `/rooms/${of}/threads/${thread}`,
  history: `/rooms/${of}/posts/${id}/history`,
  proof: `/rooms/${of}/posts/${id}/proof`,
  reactions: `/rooms/${of}/posts/${id}/reactions`,
  ballots: `/rooms/${of}/posts/${id}/ballots/poll`,
  // Some hash: what is asked for does not matter.
  picture: `/rooms/${of}/pictures/${id}`,
  official: `/rooms/${of}/threads/${thread}/official`,
  roomAliases: `/rooms/${of}/bulk/aliases`,
  roomPosts: `/rooms/${of}/bulk/posts?day=${today}`,
  roomRefunds: `/rooms/${of}/bulk/refunds?keyId=${textOf(tokenKeyOf(town).id)}`,
  roomNotices: `/rooms/${of}/bulk/notices?day=${today}`,
  roomEvents: `/rooms/${of}/events`,
  threadEvents: `/rooms/${of}/threads/${thread}/events`,
});
const nowhere = () => ({ id: textOf(rng(32)), thread: textOf(rng(32)) });

describe('the key of a room', () => {
  it('is the same for every colleague', async () => {
    expect(await keyOf(new Holder(town))).toBe(await keyOf());
  });

  it('is given to nobody but those who show now that they work there', async () => {
    const codes = async (...answers: ReturnType<typeof enter>[]) =>
      (await Promise.all(answers)).map(({ body }) => body.code);
    const stranger = new Holder(town, { company: 'tiny', industry: 'chips' });
    expect(
      await codes(
        enter(stranger),
        enter(ann, { kind: 'industry' }),
        enter(ann, { kind: 'alias' }),
        enter(new Holder(town, { standing: 'former' })),
      ),
    ).toEqual(Array(4).fill('label-foreign'));
    expect(
      await codes(
        enter(new Holder(town, { epoch: '2026-10' })),
        enter(ann, { day: '2026-11-17' }),
        enter(ann, { of: roomContext(room, '2026-11-17') }),
        enter(ann, { of: roomContext('in-tiny', today) }),
        enter(ann, { room: 'square' }),
        enter(ann, { room: 'co-xinghe' }),
      ),
    ).toEqual([
      'epoch-stale',
      'wrong-day',
      'presentation-invalid',
      'presentation-invalid',
      'unknown-room',
      'unknown-room',
    ]);
  });

  it('opens on its day and the day after, to the minute, and never again', async () => {
    const key = await keyOf();
    const statusAt = async (time: string) => {
      town.clock.set(time);
      return (await read(`/rooms/${room}/threads`, key)).status;
    };
    expect(await statusAt('2026-11-18T23:59:59.999Z')).toBe(200);
    expect(await statusAt('2026-11-19T23:59:59.999Z')).toBe(200);
    expect(await statusAt('2026-11-20T00:00:00.000Z')).toBe(403);
    // A clock that was set back does not make a key good for a day that has not come.
    expect(await statusAt('2026-11-17T23:59:59.999Z')).toBe(403);
  });

  it('is refused when it is changed in a bit, or written in another way', async () => {
    const key = await keyOf();
    const flipped = (key.startsWith('A') ? 'B' : 'A') + key.slice(1);
    // Base64url of 32 bytes ends in two bits that mean nothing: a lenient reader would take four texts for one key.
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const loose = key.slice(0, -1) + letters[letters.indexOf(key.at(-1)!) + 1];
    for (const wrong of [
      '',
      textOf(rng(32)),
      flipped,
      loose,
      `${key}=`,
      `${key}!`,
      key.slice(1),
      `${key},${key}`,
    ]) {
      expect((await read(`/rooms/${room}/threads`, wrong)).body.code, wrong).toBe('room-closed');
    }
    expect((await read(`/rooms/${room}/threads`, key)).status).toBe(200);
  });

  it('leaves no row: who has read is written nowhere', async () => {
    const { rows } = await town.db.pool.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const parts = rows.map(({ name }) => `SELECT '${name}' AS name, md5(t::text) AS row FROM ${name} t`);
    const contents = async () =>
      (await town.db.pool.query(`${parts.join(' UNION ALL ')} ORDER BY 1, 2`)).rows;
    const before = await contents();
    await read(`/rooms/${room}/threads`, await keyOf(new Holder(town)));
    expect(await contents()).toEqual(before);
  });
});

describe('without the key nothing of a closed room is readable:', () => {
  it('every read of a room is one of these', () => {
    const ofRooms = Object.entries(talkPaths).filter(([, path]) => path.startsWith('GET /rooms/:room'));
    const readers = ofRooms.map(([name]) => name).filter((name) => name !== 'card');
    expect(Object.keys(reads(room, inside)).sort()).toEqual(readers.sort());
  });

  it('of what is said in it there is no share card and so no preview of a link, not even with the key', async () => {
    for (const key of [undefined, await keyOf()]) {
      for (const { id, thread } of [inside, nowhere()]) {
        for (const file of ['card', 'card.png', `card?post=${id}`, `card.png?post=${id}`]) {
          const { body } = await read(`/rooms/${room}/threads/${thread}/${file}`, key);
          expect(body.code, file).toBe('unknown-thread');
        }
      }
    }
  });

  it('each answers the same, whether what is asked for is there or not', async () => {
    const answers = new Set<string>();
    for (const paths of [reads(room, inside), reads(room, nowhere()), reads(room, outside)]) {
      for (const [name, path] of Object.entries(paths)) {
        const { status, body, headers } = await read(path);
        answers.add(JSON.stringify([status, body, headers['cache-control'], headers.etag ?? null]));
        expect(body.code, name).toBe('room-closed');
      }
    }
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toContain('"no-store",null');
  });

  it('the list of rooms says that it is there, and neither how much nor when', async () => {
    const { rooms } = (await read('/rooms')).body as { rooms: { id: string }[] };
    expect(rooms.find(({ id }) => id === room)).toMatchObject({
      access: 'colleagues',
      threads: 0,
      lastSlot: null,
    });
    const { rows } = await town.db.pool.query('SELECT threads FROM room_stats WHERE room_id = $1', [room]);
    expect(rows, 'there is something to be silent about').toEqual([{ threads: 1 }]);
  });

  it('no list over all rooms has its threads, however sorted', async () => {
    for (const sort of ThreadSort.options) {
      const text = JSON.stringify((await read(`/threads?sort=${sort}`)).body);
      for (const secret of [marker, inside.thread, room]) expect(text, sort).not.toContain(secret);
      expect(text, sort).toContain(outside.thread);
    }
  });

  it('the search over all rooms does not find it, and the search of the room is closed', async () => {
    const everywhere = JSON.stringify((await read(`/search?q=${marker}`)).body);
    for (const secret of [inside.id, inside.thread]) expect(everywhere).not.toContain(secret);
    const { status, body } = await read(`/search?q=${marker}&room=${room}`);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(body)).not.toContain(inside.id);
  });

  it('its posts and threads are not found in another room', async () => {
    for (const other of ['square', 'co-xinghe', 'ind-internet']) {
      const { threads: _own, roomAliases, roomPosts, roomRefunds, ...paths } = reads(other, inside);
      for (const path of [paths.thread!, paths.history!, paths.proof!, paths.picture!]) {
        expect((await read(path)).body.code).toMatch(/^unknown-(thread|post|picture)$/);
      }
      for (const path of [paths.reactions!, paths.ballots!, roomAliases!, roomPosts!, roomRefunds!]) {
        expect(JSON.stringify((await read(path)).body)).not.toContain(inside.thread);
      }
    }
  });

  it('no bulk file over all rooms has its aliases or posts', async () => {
    const { aliases } = BulkAliases.parse((await read('/bulk/aliases')).body);
    expect(aliases.map(({ thread }) => thread)).toEqual([outside.thread]);
    const { posts } = BulkPosts.parse((await read(`/bulk/posts?day=${today}`)).body);
    expect(posts.map(({ id }) => id)).toEqual([outside.id]);
  });

  it('what is logged in public is a root and a count over all rooms together', async () => {
    await town.talk.logActs();
    const entries = await entriesOf(town.talk, 'acts');
    const [{ entry }] = entries.slice(-1) as [(typeof entries)[number]];
    expect(Object.keys(entry).sort()).toEqual(['n', 'root', 'slot', 'type']);
    expect(entries.reduce((sum, one) => sum + one.entry.n, 0)).toBe(2);
  });

  it('no line of the log of the process tells of it, accepted, refused or broken', async () => {
    const key = await keyOf();
    await town.db.pool.query('ALTER TABLE threads RENAME TO threads_away');
    const broken = await read(`/rooms/${room}/threads`, key);
    await town.db.pool.query('ALTER TABLE threads_away RENAME TO threads');
    expect(broken.body.code).toBe('internal');
    const text = town.logged.join('');
    expect(text).toContain('"internal"');
    for (const secret of [marker, inside.id, inside.thread, key, room]) expect(text).not.toContain(secret);
  });
});

describe('with the key a room', () => {
  it('is read like any other, and no copy of it may be kept on the way', async () => {
    await town.talk.logActs();
    const key = await keyOf();
    const { roomEvents: _room, threadEvents: _thread, picture, ...paths } = reads(room, inside);
    expect((await read(picture!, key)).body.code).toBe('unknown-picture');
    for (const [name, path] of Object.entries(paths)) {
      const { status, headers } = await read(path, key);
      expect(status, name).toBe(200);
      expect([headers['cache-control'], headers.etag], name).toEqual(['private, no-store', undefined]);
    }
    const view = ThreadView.parse((await read(paths.thread!, key)).body);
    expect(view.thread.title).toBe(marker);
    const { aliases } = BulkAliases.parse((await read(paths.roomAliases!, key)).body);
    expect(aliases).toEqual([
      expect.objectContaining({ thread: inside.thread, publicKey: ann.publicKeyIn(inside.thread) }),
    ]);
    const { posts } = BulkPosts.parse((await read(paths.roomPosts!, key)).body);
    expect(posts.map(({ id }) => id)).toEqual([inside.id]);
    const elsewhere = await read(`/rooms/${room}/threads/${outside.thread}`, key);
    expect(elsewhere.body.code).toBe('unknown-thread');
  });

  it('gives back tokens in a file of its own', async () => {
    const keyId = textOf(tokenKeyOf(town).id);
    town.clock.advance(25 * 3_600_000);
    await town.talk.upkeep();
    const key = await keyOf(ann, { day: '2026-11-19' });
    const posts = async (path: string) =>
      BulkRefunds.parse((await read(`${path}?keyId=${keyId}`, key)).body).refunds.map(({ post }) => post);
    expect(await posts('/bulk/refunds')).toEqual([outside.id]);
    expect(await posts(`/rooms/${room}/bulk/refunds`)).toEqual([inside.id]);
  });

  it('takes posts only from those whose label says that they work there now', async () => {
    const codeOf = async (holder: Holder, kind: LabelKind) =>
      (await send(town, room, holder.thread({ room, kind }))).body.code;
    expect(await codeOf(ann, 'industry')).toBe('label-foreign');
    expect(await codeOf(ann, 'alias')).toBe('label-foreign');
    expect(await codeOf(new Holder(town, { company: 'tiny', industry: 'chips' }), 'company')).toBe(
      'label-foreign',
    );
    expect(await codeOf(new Holder(town, { standing: 'former' }), 'company')).toBe('label-foreign');
    const reply = new Holder(town).reply(inside, { room, kind: 'alias' });
    expect((await send(town, room, reply)).body.code).toBe('label-foreign');
    expect(await codeOf(new Holder(town), 'company')).toBeUndefined();
  });
});

describe('a live line of a closed room', () => {
  it('needs the key, tells colleagues, and falls silent when the key lapses', async () => {
    const base = `${await town.talk.listen()}/api/talk`;
    const follow = (path: string, headers: Record<string, string> = {}) =>
      fetch(`${base}${path}`, { headers });
    for (const path of [`/rooms/${room}/events`, `/rooms/${room}/threads/${inside.thread}/events`]) {
      expect((await follow(path)).status).toBe(403);
    }
    const line = await follow(`/rooms/${room}/events`, { [roomKeyHeader]: await keyOf() });
    const reader = line.body!.pipeThrough(new TextDecoderStream()).getReader();
    await send(town, room, ann.reply(inside, { room, kind: undefined, text: 'within the day' }));
    let told = (await reader.read()).value ?? '';
    expect(told).toContain('within the day');
    town.clock.set('2026-11-20T00:00:00Z');
    await send(town, room, ann.reply(inside, { room, kind: undefined, text: 'two days on' }));
    for (let part = await reader.read(); !part.done; part = await reader.read()) told += part.value;
    expect(told).not.toContain('two days on');
  });
});

describe('the key of another room or day', () => {
  it('is another key, and opens nothing here', async () => {
    const before = await keyOf();
    town.issuer.openEpoch('2026-12', [counts[0]!, { ...counts[1]!, n: 7 }]);
    town.clock.set('2026-12-02T09:00:00Z');
    await town.talk.refreshWindow();
    const day = '2026-12-02';
    const tiny = new Holder(town, { company: 'tiny', industry: 'chips', epoch: '2026-12' });
    const other = await keyOf(tiny, { room: 'in-tiny', day });
    const next = await keyOf(new Holder(town, { epoch: '2026-12' }), { day });
    expect(new Set([before, other, next]).size).toBe(3);
    for (const key of [before, other]) {
      expect((await read(`/rooms/${room}/threads`, key)).body.code).toBe('room-closed');
    }
    expect((await read('/rooms/in-tiny/threads', other)).status).toBe(200);
  });
});
