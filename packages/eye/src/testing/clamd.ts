import { createServer, type Server, type Socket } from 'node:net';

/** What the scanner of tests finds. */
export const virus = Buffer.from('this stands for what a scanner finds');

/** clamd's side of INSTREAM, as its manual has it: chunks with their lengths, an empty one, then the answer. */
function clamdOf(signature: Buffer, socket: Socket): void {
  const command = 'zINSTREAM\0';
  let got = Buffer.alloc(0);
  socket.on('data', (part: Buffer) => {
    got = Buffer.concat([got, part]);
    if (got.length < command.length) return;
    if (got.subarray(0, command.length).toString('latin1') !== command) {
      socket.end('UNKNOWN COMMAND\0');
      return;
    }
    const chunks: Buffer[] = [];
    for (let at = command.length; at + 4 <= got.length; ) {
      const length = got.readUInt32BE(at);
      if (length === 0) {
        const found = Buffer.concat(chunks).includes(signature);
        socket.end(found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
        return;
      }
      chunks.push(got.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
  });
}

/** Finds files that hold these bytes. */
export const clamdThatFinds = (signature: Buffer) => (socket: Socket) => clamdOf(signature, socket);
/** Finds files that hold `virus`. */
export const clamd = clamdThatFinds(virus);

export interface ServedScanner {
  readonly server: Server;
  readonly sockets: Set<Socket>;
  /** Its address as an operator writes it. */
  readonly setting: string;
}

/** A server on a port of its own, or on `port`. */
export async function serveScanner(onSocket: (socket: Socket) => void, port = 0): Promise<ServedScanner> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const at = server.address();
  return { server, sockets, setting: typeof at === 'object' && at ? `127.0.0.1:${at.port}` : '' };
}
