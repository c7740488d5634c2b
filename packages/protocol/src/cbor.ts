import { isWellFormed } from './bytes.ts';

/**
 * Deterministic CBOR, RFC 8949 §4.2.1: definite lengths, shortest heads, map keys in bytewise order of their
 * encoding, text keys only. Types: integers within ±(2^53 − 1), byte and text strings, arrays, maps, true, false,
 * null. The decoder accepts exactly what the encoder makes: two different byte strings never mean the same value.
 */
export type CborValue =
  | number
  | string
  | boolean
  | null
  | Uint8Array
  | readonly CborValue[]
  | { readonly [key: string]: CborValue };

export type CborErrorCode =
  | 'cbor-unsupported'
  | 'cbor-truncated'
  | 'cbor-trailing'
  | 'cbor-not-canonical'
  | 'cbor-depth';

/** What encoder and decoder throw, whatever they are given. */
export class CborError extends Error {
  readonly code: CborErrorCode;

  constructor(code: CborErrorCode, message: string) {
    super(message);
    this.name = 'CborError';
    this.code = code;
  }
}

const MAX_DEPTH = 16;
const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, array: 4, map: 5, simple: 7 } as const;
const SIMPLE = { 20: false, 21: true, 22: null } as const;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Canonical bytes of a value. Throws `CborError` (`cbor-unsupported`, `cbor-depth`). */
export function encodeCbor(value: CborValue): Uint8Array {
  const out: number[] = [];
  write(out, value, 0);
  return Uint8Array.from(out);
}

function write(out: number[], value: CborValue, depth: number): void {
  if (depth > MAX_DEPTH) throw new CborError('cbor-depth', 'nested too deeply');
  if (typeof value === 'number') writeInteger(out, value);
  else if (typeof value === 'string') writeString(out, MAJOR.text, encodeText(value));
  else if (typeof value === 'boolean') out.push(value ? 0xf5 : 0xf4);
  else if (value === null) out.push(0xf6);
  else if (value instanceof Uint8Array) writeString(out, MAJOR.bytes, value);
  else if (isArray(value)) writeArray(out, value, depth);
  else if (typeof value === 'object') writeMap(out, value, depth);
  else throw new CborError('cbor-unsupported', `no encoding for ${typeof value}`);
}

/** `Array.isArray` does not narrow read-only arrays. */
function isArray(value: CborValue): value is readonly CborValue[] {
  return Array.isArray(value);
}

function writeArray(out: number[], items: readonly CborValue[], depth: number): void {
  writeHead(out, MAJOR.array, items.length);
  for (const item of items) write(out, item, depth + 1);
}

function writeInteger(out: number[], value: number): void {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    throw new CborError('cbor-unsupported', 'only integers within ±(2^53 − 1)');
  }
  if (value >= 0) writeHead(out, MAJOR.unsigned, value);
  else writeHead(out, MAJOR.negative, -1 - value);
}

function writeString(out: number[], major: number, bytes: Uint8Array): void {
  writeHead(out, major, bytes.length);
  for (const byte of bytes) out.push(byte);
}

function writeMap(out: number[], map: { readonly [key: string]: CborValue }, depth: number): void {
  const entries = Object.entries(map).map(([key, value]) => ({ key: encodeCbor(key), value }));
  entries.sort((a, b) => compareBytes(a.key, b.key));
  writeHead(out, MAJOR.map, entries.length);
  for (const { key, value } of entries) {
    for (const byte of key) out.push(byte);
    write(out, value, depth + 1);
  }
}

function writeHead(out: number[], major: number, argument: number): void {
  const width =
    argument < 24 ? 0 : argument < 0x100 ? 1 : argument < 0x10000 ? 2 : argument < 0x1_0000_0000 ? 4 : 8;
  const info = { 0: argument, 1: 24, 2: 25, 4: 26, 8: 27 }[width as 0 | 1 | 2 | 4 | 8];
  out.push((major << 5) | info);
  for (let shift = width - 1; shift >= 0; shift--) out.push(Math.floor(argument / 256 ** shift) % 256);
}

function encodeText(text: string): Uint8Array {
  if (!isWellFormed(text)) throw new CborError('cbor-unsupported', 'a text with an unpaired surrogate');
  return encoder.encode(text);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** The value of canonical bytes; all of them must be used. Maps come as objects without a prototype. Throws `CborError`. */
export function decodeCbor(bytes: Uint8Array): CborValue {
  const reader: Reader = { bytes, at: 0 };
  const value = read(reader, 0);
  if (reader.at !== bytes.length) throw new CborError('cbor-trailing', 'bytes after the value');
  return value;
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function read(reader: Reader, depth: number): CborValue {
  if (depth > MAX_DEPTH) throw new CborError('cbor-depth', 'nested too deeply');
  const initial = take(reader, 1)[0]!;
  const major = initial >> 5;
  const info = initial & 31;
  if (major === MAJOR.simple) return readSimple(info);
  const argument = readArgument(reader, info);
  if (major === MAJOR.unsigned) return argument;
  if (major === MAJOR.negative) return readNegative(argument);
  if (major === MAJOR.bytes) return take(reader, argument).slice();
  if (major === MAJOR.text) return decodeText(take(reader, argument));
  if (major === MAJOR.array) return readArray(reader, argument, depth);
  if (major === MAJOR.map) return readMap(reader, argument, depth);
  throw new CborError('cbor-unsupported', 'tags are not part of this format');
}

function readSimple(info: number): boolean | null {
  if (info === 20 || info === 21 || info === 22) return SIMPLE[info];
  throw new CborError('cbor-unsupported', 'no floats, no other simple values');
}

function readNegative(argument: number): number {
  if (argument === Number.MAX_SAFE_INTEGER)
    throw new CborError('cbor-unsupported', 'integer beyond −(2^53 − 1)');
  return -1 - argument;
}

function readArgument(reader: Reader, info: number): number {
  if (info < 24) return info;
  if (info > 27) throw new CborError('cbor-not-canonical', 'indefinite length or reserved head');
  const width = 2 ** (info - 24);
  const argument = take(reader, width).reduce((sum, byte) => sum * 256 + byte, 0);
  if (argument > Number.MAX_SAFE_INTEGER) throw new CborError('cbor-unsupported', 'argument beyond 2^53 − 1');
  const least = { 1: 24, 2: 0x100, 4: 0x10000, 8: 0x1_0000_0000 }[width as 1 | 2 | 4 | 8];
  if (argument < least) throw new CborError('cbor-not-canonical', 'head longer than needed');
  return argument;
}

function readArray(reader: Reader, length: number, depth: number): CborValue[] {
  const items: CborValue[] = [];
  for (let i = 0; i < length; i++) items.push(read(reader, depth + 1));
  return items;
}

function readMap(reader: Reader, length: number, depth: number): { [key: string]: CborValue } {
  // Without a prototype, so that a key such as `__proto__` is a key like any other.
  const map: { [key: string]: CborValue } = Object.create(null);
  let previous: Uint8Array | undefined;
  for (let i = 0; i < length; i++) {
    const start = reader.at;
    const key = read(reader, depth + 1);
    if (typeof key !== 'string') throw new CborError('cbor-unsupported', 'map keys are texts');
    const encoded = reader.bytes.subarray(start, reader.at);
    if (previous && compareBytes(previous, encoded) >= 0) {
      throw new CborError('cbor-not-canonical', 'map keys out of order or twice');
    }
    previous = encoded;
    map[key] = read(reader, depth + 1);
  }
  return map;
}

function take(reader: Reader, length: number): Uint8Array {
  const end = reader.at + length;
  if (end > reader.bytes.length) throw new CborError('cbor-truncated', 'the bytes end too early');
  const part = reader.bytes.subarray(reader.at, end);
  reader.at = end;
  return part;
}

function decodeText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new CborError('cbor-unsupported', 'a text that is not valid UTF-8');
  }
}
