import { readdirSync } from 'node:fs';
import { ThreadPageOfRoom } from '@teahouse/contract/talk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTalk } from './app.ts';
import { Clerk, deskSettings, hire } from './desk/testing/clerk.ts';
import { call, Holder, send } from './testing/holder.ts';
import { rng } from './testing/issuer.ts';
import { decider } from './testing/order.ts';
import { entriesOf } from './testing/read-log.ts';
import { startTown, type Town } from './testing/town.ts';
import { teas, votesIn } from './testing/votes.ts';

/** Three processes of one plane: a pool, a line of events and caches each; one database, one folder of secrets, one log. */
let towns: readonly [Town, Town, Town];
beforeAll(async () => {
  const first = await startTown(deskSettings);
  const { config, clock, log } = first;
  const others = await Promise.all([1, 2].map(() => createTalk({ config, clock, log })));
  const [second, third] = others.map((talk) => ({ ...first, talk, stop: () => talk.close() })) as [
    Town,
    Town,
  ];
  await Promise.all([second.talk.refreshWindow(), third.talk.refreshWindow()]);
  towns = [first, second, third];
});
afterAll(async () => {
  const [first, second, third] = towns;
  await Promise.all([second.stop(), third.stop()]);
  await first.stop();
});

const each = <T>(work: (town: Town, n: number) => Promise<T>): Promise<T[]> => Promise.all(towns.map(work));
const titlesIn = async (town: Town) =>
  ThreadPageOfRoom.parse((await call(town, 'GET', '/rooms/square/threads')).body).threads.map(
    ({ title }) => title,
  );

/** Listens to a room; `heard` has the words of each post so far. */
async function follow(town: Town) {
  const { port } = town.talk.app.server.address() as { port: number };
  const response = await fetch(`http://127.0.0.1:${port}/api/talk/rooms/square/events`);
  const heard: string[] = [];
  let rest = '';
  const ended = (async () => {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      rest += chunk;
      for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
        const data = /^data: (.*)$/m.exec(rest.slice(0, end))?.[1];
        if (data) heard.push(JSON.parse(data).thread.title);
        rest = rest.slice(end + 2);
      }
    }
  })().catch(() => {});
  return { heard, ended };
}

describe('what is said at one process', () => {
  beforeAll(async () => {
    await each(({ talk }) => talk.listen());
  });

  it('is heard at all, and no cache shows what was before it', async () => {
    const streams = await each(follow);
    await each(titlesIn); // kept for a second by each
    const author = new Holder(towns[0]);
    expect((await send(towns[0], 'square', author.thread({ title: 'To all' }))).status).toBe(200);
    await Promise.all(
      towns.map(async (town, n) => {
        await expect.poll(() => streams[n]?.heard).toContain('To all');
        expect(await titlesIn(town)).toContain('To all');
      }),
    );
  });

  it('is not missed where the line to the database was cut meanwhile: streams end, and what is read is new', async () => {
    const streams = await each(follow);
    await each(titlesIn);
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE application_name = 'events' AND datname = current_database()`;
    await towns[0].db.pool.query(cut);
    const author = new Holder(towns[0]);
    await send(towns[0], 'square', author.thread({ title: 'In the dark' }));
    await Promise.all(
      towns.map(async (town, n) => {
        await streams[n]?.ended;
        expect(await titlesIn(town)).toContain('In the dark');
      }),
    );
    const [again] = [await follow(towns[2])];
    await send(towns[1], 'square', author.thread({ title: 'Light again' }));
    await expect.poll(() => again?.heard).toContain('Light again');
  });
});

describe('what counts once', () => {
  it('counts once over all: a token', async () => {
    const author = new Holder(towns[0]);
    const opened = (await send(towns[0], 'square', author.thread())).body;
    const nonce = rng(32);
    const replies = Array.from({ length: 30 }, (_, n) =>
      author.reply(opened, { kind: undefined, nonce, text: `Reply ${n}` }),
    );
    const answers = await Promise.all(replies.map((reply, n) => send(towns[n % 3]!, 'square', reply)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'token-spent')).toHaveLength(29);
  });

  it('counts once over all: a ballot', async () => {
    const votes = towns.map(votesIn);
    const poll = await votes[0]!.open(new Holder(towns[0]), { poll: teas() });
    const voter = new Holder(towns[0]);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => votes[n % 3]!.vote(voter, poll, { choices: [n % 3] })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is one key in a new month, though all make one at once', async () => {
    const [{ clock, secrets }] = towns;
    clock.set('2026-12-01T00:00:30Z');
    const infos = await each(async (town) => (await call(town, 'GET', '/info')).body);
    expect(new Set(infos.map((info) => JSON.stringify(info))).size).toBe(1);
    expect(readdirSync(secrets).filter((name) => name.startsWith('token-2026-12'))).toHaveLength(1);
    const logged = await entriesOf(towns[1].talk, 'token-key');
    expect(logged.filter(({ entry }) => entry.month === '2026-12')).toHaveLength(1);
  });

  it('is done once by all their upkeep: refunds, the root of acts, decisions', async () => {
    const { db, clock } = towns[0];
    const votes = votesIn(towns[0]);
    const at = await votes.open(new Holder(towns[0]));
    await decider(towns[0]).decide(at, 'lock');
    clock.advance(25 * 3_600_000);
    await each(({ talk }) => talk.upkeep());
    await each(({ talk }) => talk.upkeep());
    const count = async (text: string) => (await db.pool.query<{ n: number }>(text)).rows[0]?.n;
    expect(await count('SELECT count(*)::int AS n FROM refunds WHERE signatures IS NULL')).toBe(0);
    expect(await count('SELECT count(*)::int AS n FROM pending_acts')).toBe(0);
    const acts = await entriesOf(towns[2].talk, 'acts');
    const counted = acts.reduce((sum, { entry }) => sum + entry.n, 0);
    expect(counted).toBe(await count('SELECT count(*)::int AS n FROM logged_acts'));
    expect(counted).toBeGreaterThan(0);
    const events = await entriesOf(towns[1].talk, 'event');
    expect(events.filter(({ entry }) => entry.code === 'lock')).toHaveLength(1);
  });
});

describe('the staff', () => {
  it('who is put off at one process is out at all, with the next request', async () => {
    const admin = await hire(towns[0], 'Admin', 'admin');
    const clerk = await hire(towns[1], 'Clerk');
    const seen = await Promise.all(
      towns.map(async (town) => {
        const there = new Clerk(town);
        for (const [name, value] of clerk.jar) there.jar.set(name, value);
        return there;
      }),
    );
    const statuses = () => Promise.all(seen.map(async (one) => (await one.call('GET', '/cases')).status));
    expect(await statuses()).toEqual([200, 200, 200]);
    expect((await admin.call('PUT', `/staff/${clerk.id}`, { off: true })).status).toBeLessThan(300);
    expect(await statuses()).toEqual([401, 401, 401]);
  });

  it('is guessed at five times in all, whichever process is asked', async () => {
    const clerk = await hire(towns[0], 'Guessed');
    const strangers = towns.map((town) =>
      Object.assign(new Clerk(town), { name: clerk.name, secret: clerk.secret }),
    );
    const guess = async (n: number) => (await strangers[n % 3]!.signIn({ password: `wrong ${n}` })).body.code;
    for (let n = 0; n < 5; n += 1) expect(await guess(n)).toBe('desk-sign-in');
    for (const n of [0, 1, 2]) await expect.poll(() => guess(n)).toBe('too-many');
  });
});
