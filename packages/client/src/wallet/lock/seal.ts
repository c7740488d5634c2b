import { concat, fromUtf8, type Rng, toBase64url, utf8 } from '@teahouse/protocol';
import { parse, stringify } from 'devalue';
import { type OpenKey, own } from './keys.ts';

const prefix = 'sealed/';
const { subtle } = globalThis.crypto;

/** An entry of the Store, as it was before it was sealed. */
export interface Entry {
  readonly name: string;
  readonly value: unknown;
}

/** Whether an entry of the inner Store is a sealed one. */
export const isSealed = (key: string): boolean => key.startsWith(prefix);

/** Where an entry of this name is kept. The name itself is sealed too: it may hold a thread's id. */
export async function sealedKey(key: OpenKey, name: string): Promise<string> {
  const mac = await subtle.sign('HMAC', key.names, own(utf8(name)));
  return prefix + toBase64url(new Uint8Array(mac).slice(0, 18));
}

const leastLength = 256;
/** To the next power of two, so that the length of what is kept tells little. */
function padded(text: Uint8Array): Uint8Array {
  let length = leastLength;
  while (length < text.length + 4) length *= 2;
  const out = new Uint8Array(length);
  new DataView(out.buffer).setUint32(0, text.length);
  out.set(text, 4);
  return out;
}
const unpadded = (bytes: Uint8Array): Uint8Array =>
  bytes.subarray(4, 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0));

/** An entry belongs to its place: exchanged with another one it does not open. */
const boundTo = (place: string) => own(utf8(`teahouse/lock/v1/${place}`));

/** Seals an entry with AES-256-GCM: 12 bytes of IV, then ciphertext and tag. */
export async function sealEntry(key: OpenKey, place: string, entry: Entry, rng: Rng): Promise<Uint8Array> {
  const text = padded(utf8(stringify([entry.name, entry.value])));
  const iv = own(rng(12));
  const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(place) };
  return concat(iv, new Uint8Array(await subtle.encrypt(algorithm, key.entries, own(text))));
}

/** The entry at a place; null where it does not open: damaged, or sealed with another key. */
export async function openEntry(key: OpenKey, place: string, sealed: unknown): Promise<Entry | null> {
  if (!(sealed instanceof Uint8Array) || sealed.length < 28) return null;
  try {
    const iv = own(sealed.subarray(0, 12));
    const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(place) };
    const opened = await subtle.decrypt(algorithm, key.entries, own(sealed.subarray(12)));
    const [name, value]: [string, unknown] = parse(fromUtf8(unpadded(new Uint8Array(opened))));
    return { name, value };
  } catch {
    return null;
  }
}
