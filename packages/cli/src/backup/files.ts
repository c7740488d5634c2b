import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { OperatorError } from '../operator-error.ts';

/** How the files of one backup are written. */
export interface BackupFiles {
  /** Writes one file, durably; `pack` compresses it, and seals it where there are recipients. */
  add(name: string, content: Readable | Uint8Array, pack: { gzip: boolean; seal: boolean }): Promise<void>;
  /** SHA-256 (hex) of each file that was written, in the order of their names. */
  hashes(): Record<string, string>;
}

/** Files below `folder`, encrypted to these recipients of age (`age1…`) where there are any. */
export function backupFiles(folder: string, recipients: readonly string[]): BackupFiles {
  const hashes = new Map<string, string>();
  const encrypter = encrypterFor(recipients);
  return {
    async add(name, content, { gzip, seal }) {
      const target = path.join(folder, name);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      let stream = content instanceof Uint8Array ? Readable.from([content]) : content;
      const steps: Promise<void>[] = [];
      if (gzip) stream = through(stream, createGzip({ level: 1 }), steps);
      if (seal && encrypter) {
        // The library's stream and Node's are the same one of the standard, typed twice.
        const web = Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
        stream = Readable.fromWeb((await encrypter.encrypt(web)) as unknown as WebStream);
      }
      const hash = createHash('sha256');
      await Promise.all([...steps, writeDurably(target, stream, (chunk) => hash.update(chunk))]);
      hashes.set(name, hash.digest('hex'));
    },
    hashes: () => Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function encrypterFor(recipients: readonly string[]): Encrypter | undefined {
  if (recipients.length === 0) return undefined;
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new OperatorError(`"${recipient}" is no recipient of age: it would begin with age1.`);
    }
  }
  return encrypter;
}

/** What comes out of a step; how the step ends is told by `steps`. */
function through(from: Readable, step: Transform, steps: Promise<void>[]): Readable {
  steps.push(pipeline(from, step));
  return step;
}

async function writeDurably(target: string, from: Readable, see: (chunk: Buffer) => void): Promise<void> {
  const file = await open(target, 'wx', 0o600);
  try {
    for await (const chunk of from) {
      const bytes = Buffer.from(chunk);
      see(bytes);
      await file.writeFile(bytes);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** SHA-256 (hex) of a file; undefined where it can't be read. */
export async function hashOf(file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

/** Opens what was packed. Throws OperatorError where the identities (`AGE-SECRET-KEY-1…`) don't fit. */
export async function unpack(
  file: string,
  { gzip, identities }: { gzip: boolean; identities: readonly string[] },
): Promise<Readable> {
  let stream: Readable = createReadStream(file);
  if (file.endsWith('.age')) {
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    try {
      const web = Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
      stream = Readable.fromWeb((await decrypter.decrypt(web)) as unknown as WebStream);
    } catch {
      throw new OperatorError(`${file} is encrypted to somebody else: give --identity FILE.`);
    }
  }
  if (!gzip) return stream;
  const unzipped = createGunzip();
  stream.once('error', (error) => unzipped.destroy(error));
  return stream.pipe(unzipped);
}

/** All bytes of a packed file. */
export async function unpacked(file: string, identities: readonly string[]): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await unpack(file, { gzip: false, identities })) chunks.push(Buffer.from(chunk));
  return new Uint8Array(Buffer.concat(chunks));
}
