import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, Holder, send } from './testing/holder.ts';
import { startTown, type Town } from './testing/town.ts';

let town: Town;
let port: number;
beforeAll(async () => {
  town = await startTown();
  port = Number(new URL(await town.talk.listen()).port);
});
afterAll(() => town.stop());

/** Sends raw HTTP and waits until the server ends the connection. */
async function untilClosed(text: string): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (part) => {
    answer += part;
  });
  socket.on('error', () => {});
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

const request = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, 'Host: talk', ...headers, '', ''].join('\r\n');

describe('a connection over which an identity came', () => {
  it('is answered with cookie-refused and closed', async () => {
    const answer = await untilClosed(
      request('GET /api/talk/rooms', 'Cookie: teahouse_session=abc', 'Connection: keep-alive'),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toMatch(/connection: close/i);
    expect(answer).toContain('"cookie-refused"');
    expect(answer).not.toMatch(/set-cookie/i);
  });

  it('serves nothing after it, though more was asked', async () => {
    const second = request('GET /api/talk/rooms');
    const answer = await untilClosed(request('GET /api/talk/rooms', 'Authorization: Bearer abc') + second);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('is closed without waiting for the rest of a body', async () => {
    const head = request(
      'POST /api/talk/rooms/square/acts',
      'Cookie: a=b',
      'Content-Type: application/json',
      'Content-Length: 100000',
    );
    expect(await untilClosed(`${head}{"header":`)).toContain('"cookie-refused"');
  });
});

describe('the log', () => {
  it('says nothing of any request, accepted, refused or broken', async () => {
    const author = new Holder(town);
    const marker = 'canary-of-the-teahouse';
    const thread = author.thread({ title: marker, text: marker });
    const opened = await send(town, 'square', thread);
    await send(town, 'square', { ...thread, signature: thread.signature.replace(/^./, 'A') });
    await call(town, 'GET', `/rooms/${marker}/threads`, undefined, {
      'user-agent': marker,
      'x-forwarded-for': '203.0.113.9',
    });
    await call(town, 'GET', '/rooms', undefined, { cookie: marker });
    await untilClosed(`GET /${marker} NOT-HTTP\r\n\r\n`);
    await town.db.pool.query('ALTER TABLE threads RENAME TO threads_away');
    const broken = await send(town, 'square', author.reply(opened.body, { text: marker }));
    await town.db.pool.query('ALTER TABLE threads_away RENAME TO threads');
    expect(broken.body.code).toBe('internal');

    const text = town.logged.join('');
    expect(text).toContain('"internal"'); // the sink does catch what is logged
    const secrets = [
      marker,
      '203.0.113.9',
      '127.0.0.1',
      thread.pseudonym,
      thread.header,
      ...thread.tokens,
      opened.body.id,
    ];
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(town.logged.length).toBeLessThan(5);
    const times = town.logged.map((line) => new Date(JSON.parse(line).time).getTime());
    expect(times.filter((time) => time % 300_000 !== 0)).toEqual([]);
  });
});

describe('the schema', () => {
  it('has no column finer than a slot and nothing that counts rows', async () => {
    const { rows } = await town.db.pool.query(
      `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'
       AND (data_type LIKE 'time%' OR data_type = 'date' OR is_identity = 'YES' OR column_default IS NOT NULL)`,
    );
    expect(rows).toEqual([]);
    const sequences = await town.db.pool.query("SELECT FROM pg_class WHERE relkind = 'S'");
    expect(sequences.rowCount).toBe(0);
  });
});
