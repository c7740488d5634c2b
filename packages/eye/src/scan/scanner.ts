import { createConnection, type NetConnectOpts, type Socket } from 'node:net';
import { eyeLimits } from '../limits.ts';

/** `away`: nobody answered in time, or not what clamd answers. Then nothing is known of the file. */
export type Scan = 'clean' | 'infected' | 'away';

/** Asks clamd about files. Never rejects. */
export interface Scanner {
  scan(file: Uint8Array): Promise<Scan>;
}

/** A scanner behind clamd's socket (`INSTREAM`, man clamd(8)), a connection a file. `patience` in ms. */
export function createScanner(address: NetConnectOpts, patience: number = eyeLimits.scan): Scanner {
  return {
    scan: (file) =>
      file.length > eyeLimits.bytes
        ? Promise.resolve('away')
        : ask(createConnection(address), file, patience),
  };
}

function ask(socket: Socket, file: Uint8Array, patience: number): Promise<Scan> {
  return new Promise((resolve) => {
    let answer = '';
    const settle = (scan: Scan): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(scan);
    };
    // A clock of its own: a socket's timeout starts anew with each byte, and would wait for ever for a dripping one.
    const timer = setTimeout(() => settle('away'), patience);
    socket.on('error', () => settle('away'));
    socket.on('close', () => settle(read(answer)));
    socket.on('data', (part: Buffer) => {
      answer += part.toString('latin1');
      if (answer.includes('\0')) settle(read(answer));
      else if (answer.length > eyeLimits.scanAnswer) settle('away');
    });
    socket.on('connect', () => socket.write(requestOf(file)));
  });
}

/** One chunk and the empty one that ends the stream; answers end with a zero because the command begins with `z`. */
function requestOf(file: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(file.length);
  const chunk = file.length === 0 ? [] : [length, file];
  return Buffer.concat([Buffer.from('zINSTREAM\0'), ...chunk, Buffer.alloc(4)]);
}

/** Only a whole "OK" is clean: half an answer, an error or a size limit says nothing of the file. */
function read(answer: string): Scan {
  if (answer === 'stream: OK\0') return 'clean';
  return /^stream: [^\0]{1,512} FOUND\0$/.test(answer) ? 'infected' : 'away';
}
