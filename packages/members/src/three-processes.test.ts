import { once } from 'node:events';
import { get } from 'node:http';
import { membersLimits } from '@teahouse/contract/members';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Members } from './app.ts';
import { spreadAll } from './feed/spread.ts';
import { connect, type Member, newMembers, posted } from './testing/test-feed.ts';
import { employAll, openWithCompanies } from './testing/test-people.ts';
import { openTown, openTwin, password, type Town } from './testing/test-town.ts';

/** Three processes of one plane: a pool and a line of events each; one database, one folder of secrets, one log. */
let town: Town;
let processes: readonly [Members, Members, Members];
beforeAll(async () => {
  town = await openTown();
  const [second, third] = await Promise.all([openTwin(town), openTwin(town)]);
  processes = [town.members, second, third];
});
afterAll(async () => {
  await Promise.all([processes[1].close(), processes[2].close()]);
  await town.close();
});

/** A call of one process, with the cookies of a browser. */
async function ask(
  n: number,
  by: { browser: { cookies: Map<string, string> } },
  path: string,
  body?: object,
) {
  const cookie = [...by.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await processes[n % 3]!.app.inject({
    ...{ method: body ? 'POST' : 'GET', url: `/api/members${path}` },
    headers: { 'x-teahouse': '1', cookie },
    ...(body && { payload: body }),
  });
  return { status: answer.statusCode, code: answer.body === '' ? undefined : answer.json().code };
}
const statuses = (by: Member) => Promise.all(processes.map(async (_, n) => (await ask(n, by, '/me')).status));
const some = async <N extends number>(n: N) => newMembers(town, n);

describe('the issuer', () => {
  it.each(['daily', 'immediate'] as const)('has one first batch an epoch: %s', async (schedule) => {
    const own = await openWithCompanies({ schedule });
    const twins = await Promise.all([openTwin(own), openTwin(own)]);
    const all = [own.members, ...twins];
    await employAll(own, 5);
    await Promise.all(all.map((members) => members.idle()));
    for (const { context } of all) context.requestBatch();
    const results = await Promise.all(all.map((members) => members.runBatch()));
    await Promise.all(all.map((members) => members.idle()));
    expect(results.filter(({ first }) => first).length).toBeLessThanOrEqual(1);
    const { rows } = await own.db.pool.query(
      `SELECT (SELECT count(*)::int FROM issued_epochs) AS epochs, count(*)::int AS n,
         count(DISTINCT employment_id)::int AS people FROM credentials`,
    );
    expect(rows).toEqual([{ epochs: 1, n: 5, people: 5 }]);
    const { size } = own.members.context.book;
    expect(await Promise.all(twins.map(({ context }) => context.book.size()))).toEqual([
      await size(),
      await size(),
    ]);
    await Promise.all(twins.map((members) => members.close()));
  });
});

describe('a session that ends at one process', () => {
  it('by signing out is over at all, with no minute in between', async () => {
    const [ann] = (await some(1)) as [Member];
    expect(await statuses(ann)).toEqual([200, 200, 200]);
    const copy = { ...ann, browser: { ...ann.browser, cookies: new Map(ann.browser.cookies) } };
    await ann.browser.call('DELETE', '/session');
    await expect.poll(() => statuses(copy)).toEqual([401, 401, 401]);
  });

  it('by "sign out everywhere else" is over at all with the next request', async () => {
    const [bo] = (await some(1)) as [Member];
    const copy = { ...bo, browser: { ...bo.browser, cookies: new Map(bo.browser.cookies) } };
    await bo.browser.call('DELETE', '/sessions');
    expect(await statuses(copy)).toEqual([401, 401, 401]);
    expect(await statuses(bo)).toEqual([200, 200, 200]);
  });

  it('is asked for again by a process whose line to the database was cut', async () => {
    const [cy] = (await some(1)) as [Member];
    const { session } = town.members.context.presence.list({ account: cy.id, generation: 0 })[0]!;
    const [told] = [processes[1].context.presence];
    // As if it had been told while nobody listened.
    town.members.context.presence.end({ session, expires: '2026-12-31' });
    expect(told.hasEnded(session)).toBe(false);
    await town.db.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'events' AND datname = current_database()`,
    );
    await expect.poll(() => told.hasEnded(session), { timeout: 10_000 }).toBe(true);
  });
});

describe('what may be done so often', () => {
  it('is counted over all: passwords are guessed at ten times, whichever process is asked', async () => {
    const guess = async (n: number) => {
      const body = { email: 'guessed@home.test', password: `wrong ${n}` };
      return (await ask(n, { browser: { cookies: new Map() } }, '/session', body)).code;
    };
    for (let n = 0; n < membersLimits.signInTries; n += 1) expect(await guess(n)).toBe('wrong-credentials');
    for (const n of [0, 1, 2]) await expect.poll(() => guess(n)).toBe('too-many');
  });

  it('is counted over all: codes to one address', async () => {
    const sign = async (n: number) => {
      const body = { email: 'filled@home.test', password, name: 'Lin', locale: 'en' };
      return (await ask(n, { browser: { cookies: new Map() } }, '/accounts', body)).status;
    };
    for (let n = 0; n < membersLimits.codesPerHour; n += 1) expect(await sign(n)).toBe(200);
    for (const n of [0, 1, 2]) await expect.poll(() => sign(n)).toBe(429);
  });

  it('is shared out: each process has its part of the searches of an hour', async () => {
    const own = await openTown({ config: { searchesPerHour: 6 } });
    const twins = await Promise.all([openTwin(own), openTwin(own)]);
    const all = [own.members, ...twins];
    await Promise.all(all.map(({ context }) => context.crowd.count()));
    const allowed = await Promise.all(
      all.map(async ({ context }) => {
        for (let n = 0; ; n += 1)
          if (
            await context.brakes.search('lin').then(
              () => false,
              () => true,
            )
          )
            return n;
      }),
    );
    expect(allowed).toEqual([2, 2, 2]);
    await Promise.all(twins.map((members) => members.close()));
    await own.members.context.crowd.count();
    expect(own.members.context.crowd.size()).toBe(1);
    await own.close();
  });
});

describe('what happens at one process', () => {
  it('is told to who listens at another, and streams end where the line was cut', async () => {
    const [ann, bo] = (await some(2)) as [Member, Member];
    const address = await processes[1].app.listen({ port: 0, host: '127.0.0.1' });
    const cookie = [...ann.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const [response] = await once(
      get(`${address}/api/members/notices/events`, { headers: { cookie } }),
      'response',
    );
    let text = '';
    response.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    const ended = once(response, 'end');
    await bo.browser.call('PUT', `/posts/${await posted(town, ann, 'Live')}/reaction`, { kind: 'like' });
    await expect.poll(() => text).toContain('event: notices');
    await town.db.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'events' AND datname = current_database()`,
    );
    await ended;
  });

  it('fails nowhere where all do what is done by itself, and the console tells how it went last', async () => {
    await Promise.all(processes.map((members) => members.startJobs()));
    await Promise.all(processes.map((members) => members.idle()));
    expect(town.log.filter((line) => line.includes('background-failed'))).toEqual([]);
    const [one, two] = processes.map(({ context }) => context.outcomes);
    await one?.watch('index', async () => {});
    await two?.watch('index', () => Promise.reject(new Error('once'))).catch(() => {});
    await one?.watch('index', async () => {});
    const { rows } = await town.db.pool.query("SELECT outcome FROM job_outcomes WHERE name = 'index'");
    expect(rows).toEqual([{ outcome: 'done' }]);
  });

  it('is spread into each feed once, though all spread', async () => {
    const [author, ...readers] = (await some(4)) as [Member, ...Member[]];
    for (const reader of readers) await connect(town, author, reader);
    await author.browser.call('POST', '/posts', { text: 'To my connections' });
    await Promise.all(processes.map(({ context }) => spreadAll(context.pool)));
    await Promise.all(processes.map((members) => members.idle()));
    const { rows } = await town.db.pool.query(
      'SELECT count(*)::int AS n FROM feed_items WHERE reader_id = ANY ($1)',
      [readers.map(({ id }) => id)],
    );
    expect(rows).toEqual([{ n: 3 }]);
  });
});
