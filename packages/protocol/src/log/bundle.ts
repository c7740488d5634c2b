import { LogError } from './errors.ts';

/** Bytes of the longest entry: its length is a uint16 (C2SP tlog-tiles, "Log entries"). */
export const MAX_ENTRY_LENGTH = 0xffff;

/** Entries as a bundle: each after its length in two bytes, big endian. Throws `entry-too-long`. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_LENGTH) {
      throw new LogError('entry-too-long', `an entry has at most ${MAX_ENTRY_LENGTH} bytes`);
    }
    bundle.set([entry.length >> 8, entry.length & 0xff], at);
    bundle.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bundle;
}

/** The entries of a bundle that holds exactly `width` of them. Throws `bundle-invalid`. */
export function decodeBundle(bundle: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bundle.length) {
    const end = at + 2 + ((bundle[at]! << 8) | bundle[at + 1]!);
    if (end > bundle.length || entries.length === width) break;
    // A copy, which `slice` of a Node Buffer would not be.
    entries.push(new Uint8Array(bundle.subarray(at + 2, end)));
    at = end;
  }
  if (at !== bundle.length || entries.length !== width) {
    throw new LogError('bundle-invalid', `not a bundle of ${width} entries`);
  }
  return entries;
}
