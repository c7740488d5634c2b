import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Crowd {
  /** How many were given a stream, and how many were told to come back. */
  readonly streaming: number;
  readonly refused: number;
  leave(): void;
}

const ATONCE = 200;

/** Opens so many streams of live events and leaves them idle. */
export async function gather(host: string, port: number, count: number): Promise<Crowd> {
  const sockets: Socket[] = [];
  const statuses: number[] = [];
  const one = async () => {
    const socket = connect(port, host);
    socket.on('error', () => {});
    sockets.push(socket);
    socket.once('data', (chunk: Buffer) => {
      statuses.push(Number(/^HTTP\/1\.1 (\d{3})/.exec(chunk.toString('latin1'))?.[1] ?? 0));
    });
    await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
    const lines = ['GET /api/talk/rooms/square/events HTTP/1.1', `host: ${host}:${port}`];
    socket.write(`${lines.join('\r\n')}\r\naccept: text/event-stream\r\n\r\n`);
  };
  for (let begun = 0; begun < count; begun += ATONCE) {
    await Promise.all(Array.from({ length: Math.min(ATONCE, count - begun) }, one));
    for (let waited = 0; waited < 5_000 && statuses.length < sockets.length; waited += 20) await sleep(20);
  }
  return {
    streaming: statuses.filter((status) => status === 200).length,
    refused: statuses.filter((status) => status === 503).length,
    leave() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
