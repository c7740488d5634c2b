import type { LogInfo } from '@teahouse/contract/issuer';
import {
  type FetchFile,
  fetchBundle,
  fetchCheckpoint,
  inclusionProof,
  leafHash,
  openCheckpoint,
  parseVerifier,
  TILE_WIDTH,
  tileIn,
  tileNodes,
  verifyInclusion,
} from '@teahouse/protocol/log';
import { decodeEntry, type Entry } from '@teahouse/protocol/record';

/** A witness that the log takes, and when it last signed; null where it has not. */
export interface Witness {
  readonly name: string;
  readonly time: Date | null;
}

/** A log as it stands, out of its own files: nothing here is taken from an API's word. */
export interface OpenedLog {
  readonly info: LogInfo;
  /** Entries that the newest checkpoint covers, and their root in hexadecimal. */
  readonly size: number;
  readonly root: string;
  readonly witnesses: readonly Witness[];
  /** Newest first; none where they were not asked for. */
  readonly newest: readonly { readonly index: number; readonly entry: Entry }[];
}

const newestShown = 6;
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The last entries of a tree, each found in it. */
async function newestEntries(fetch: FetchFile, size: number, root: Uint8Array): Promise<OpenedLog['newest']> {
  const bundle = Math.floor((size - 1) / TILE_WIDTH);
  const tile = tileIn('entries', bundle, size);
  if (!tile) return [];
  const nodes = tileNodes(fetch, size);
  const entries = (await fetchBundle(fetch, tile)).map((entry, i) => ({
    index: bundle * TILE_WIDTH + i,
    entry,
  }));
  const newest = entries.slice(-newestShown).toReversed();
  for (const { index, entry } of newest) {
    const proof = await inclusionProof(nodes, index, size);
    verifyInclusion({ index, size, leaf: leafHash(entry), root, proof });
  }
  return newest.map(({ index, entry }) => ({ index, entry: decodeEntry(entry) }));
}

async function witnessesOf(fetch: FetchFile, info: LogInfo): Promise<Witness[]> {
  const verifiers = info.witnesses.map(parseVerifier);
  const note = await fetch('witnessed');
  const known = [parseVerifier(info.key), ...verifiers];
  const signatures = note
    ? openCheckpoint({ note: text(note), origin: info.origin, verifiers: known }).signatures
    : [];
  return verifiers.map((verifier) => {
    const time = signatures.find((signature) => signature.verifier === verifier)?.time ?? null;
    return { name: verifier.name, time: time === null ? null : new Date(time * 1000) };
  });
}

/**
 * Opens a log by its files: who signs it, how far it has come, who has co-signed, and its newest entries where the
 * files hold entries. Throws LogError, and what `fetch` throws.
 */
export async function openLog(fetch: FetchFile, hasEntries: boolean): Promise<OpenedLog> {
  const info: LogInfo = JSON.parse(text(await fetch('info')));
  const note = await fetchCheckpoint(fetch);
  const { checkpoint } = openCheckpoint({
    note,
    origin: info.origin,
    verifiers: [parseVerifier(info.key)],
  });
  const { size, root } = checkpoint;
  return {
    info,
    size,
    root: hex(root),
    witnesses: await witnessesOf(fetch, info),
    newest: hasEntries ? await newestEntries(fetch, size, root) : [],
  };
}
