import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FetchFile } from '@teahouse/protocol/log';

/** Something that was asked for could not be read: nothing is said about whether it is in order. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly code = 'unreadable';
}

/** Files of a log, or of an instance, somewhere. */
export interface Source {
  /** An address or a folder, for people, and the name under which its state is kept. */
  readonly place: string;
  readonly fetch: FetchFile;
  /** In a data folder of ours: where the log's own key lies. */
  readonly secrets?: string;
}

/** The largest file of a log is a full bundle: 256 entries of 65,535 bytes and their lengths. */
export const LARGEST_FILE = 256 * (65_535 + 2);
const PATIENCE = 30_000;

/** Files below an address. An answer that is neither a file nor "not found" throws UnreadableError. */
export function httpSource(base: string): Source {
  const place = base.replace(/\/+$/, '');
  return {
    place,
    async fetch(file) {
      const url = `${place}/${file}`;
      try {
        const reply = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
        if (reply.status === 404 || reply.status === 410) {
          await reply.body?.cancel();
          return undefined;
        }
        if (!reply.ok) throw new UnreadableError(`${url} answered ${reply.status}`);
        return await readLimited(reply, url);
      } catch (error) {
        throw unreadable(url, error);
      }
    },
  };
}

async function readLimited(reply: Response, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of reply.body ?? []) {
    length += chunk.length;
    if (length > LARGEST_FILE) throw new UnreadableError(`${url} is larger than any file of a log`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Files below a folder; `public-log` of a plane's folder has the secrets of its plane beside it. */
export function folderSource(folder: string): Source {
  const place = path.resolve(folder);
  return {
    place,
    ...(path.basename(place) === 'public-log' && { secrets: path.join(place, '../secrets') }),
    async fetch(file) {
      try {
        return new Uint8Array(await readFile(path.join(place, file)));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
        throw unreadable(path.join(place, file), error);
      }
    },
  };
}

function unreadable(place: string, error: unknown): UnreadableError {
  if (error instanceof UnreadableError) return error;
  const { message, cause } = error as Error;
  const why =
    cause instanceof Error ? `${message}: ${cause.message || (cause as { code?: string }).code}` : message;
  return new UnreadableError(`${place} can't be read: ${why}`, { cause: error });
}
