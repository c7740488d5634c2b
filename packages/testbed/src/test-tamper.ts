import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fromUtf8 } from '@teahouse/protocol';
import {
  type FetchFile,
  fetchBundle,
  fetchCheckpoint,
  logFiles,
  noteSigner,
  parseCheckpoint,
  TILE_WIDTH,
  textOfNote,
  tileIn,
} from '@teahouse/protocol/log';

type Fetch = typeof globalThis.fetch;

/** Answers instead of the network: by the path, or undefined for the real answer. */
export type Instead = (path: string, real: () => Promise<Response>) => Promise<Response> | undefined;

/** A network that lies where `instead` has an answer; it may be changed while a device uses it. */
export function lyingNetwork() {
  const lies: { instead: Instead } = { instead: () => undefined };
  const network =
    (through: Fetch): Fetch =>
    async (input, init) => {
      const { pathname } = new URL(String(input));
      const real = () => through(input, init);
      return lies.instead(pathname, real) ?? real();
    };
  return { lies, network };
}

/** The JSON of one path, changed. */
export const changed =
  <T>(where: string, change: (json: T) => unknown): Instead =>
  (at, real) =>
    at === where ? real().then(async (r) => Response.json(change((await r.json()) as T))) : undefined;

/** A log in place of the one that is served below `where`. */
export const logInstead =
  (where: string, files: ReadonlyMap<string, Uint8Array>): Instead =>
  (at) => {
    if (!at.startsWith(`${where}/`)) return undefined;
    const bytes = files.get(at.slice(where.length + 1));
    return Promise.resolve(bytes ? new Response(bytes as BodyInit) : new Response('', { status: 404 }));
  };

const readAt =
  (url: string): FetchFile =>
  async (file) => {
    const response = await fetch(`${url}/${file}`);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  };

/** All entries of a log that is served at `url`, and its origin. */
export async function entriesOf(url: string): Promise<{ origin: string; entries: Uint8Array[] }> {
  const read = readAt(url);
  const { origin, size } = parseCheckpoint(textOfNote(await fetchCheckpoint(read)));
  const entries: Uint8Array[] = [];
  for (let at = 0; at < size; at += TILE_WIDTH) {
    const tile = tileIn('entries', at / TILE_WIDTH, size);
    if (tile) entries.push(...(await fetchBundle(read, tile)));
  }
  return { origin, entries };
}

/** The files of a log with these entries, signed with the key of a plane's secrets folder: what its operator could do. */
export async function forgedLog(origin: string, entries: readonly Uint8Array[], secrets: string) {
  const signer = noteSigner(origin, new Uint8Array(await readFile(path.join(secrets, 'log.key'))));
  return logFiles(entries, { origin, signers: [signer] });
}

/** The signed checkpoint of a log's files. */
export const noteOf = (files: ReadonlyMap<string, Uint8Array>): string =>
  fromUtf8(files.get('checkpoint') ?? new Uint8Array());
