import type { CborValue } from './cbor.ts';

/** A plain map with exactly these keys (the optional ones may be absent), or null. */
export function mapWith(
  value: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
): Readonly<Record<string, CborValue>> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value) || value instanceof Uint8Array) return null;
  const keys = Object.keys(value);
  if (!required.every((key) => keys.includes(key))) return null;
  if (!keys.every((key) => required.includes(key) || optional.includes(key))) return null;
  return value as Readonly<Record<string, CborValue>>;
}

/** Whether a value is a byte string of this length. */
export function isBytes(value: unknown, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length;
}
