import { ProtocolError } from './errors.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...ALPHABET].map((character, value) => [character.charCodeAt(0), value]));

/** Bytes as base64url without padding (RFC 4648 §5), the form in which they travel in JSON. */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += ALPHABET[group >> 18]! + ALPHABET[(group >> 12) & 63]!;
    if (left > 1) text += ALPHABET[(group >> 6) & 63]!;
    if (left > 2) text += ALPHABET[group & 63]!;
  }
  return text;
}

/**
 * The bytes of a base64url text. Strict: no padding, no white space, no unused bits set, so that one byte string
 * has one text. With `length`, any other length in bytes is refused. Throws `bytes-invalid`.
 */
export function fromBase64url(text: string, length?: number): Uint8Array {
  if (text.length % 4 === 1)
    throw new ProtocolError('bytes-invalid', 'base64url text of an impossible length');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  if (length !== undefined && bytes.length !== length) {
    throw new ProtocolError('bytes-invalid', `expected ${length} bytes, not ${bytes.length}`);
  }
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const value = VALUES.get(text.charCodeAt(i));
    if (value === undefined) throw new ProtocolError('bytes-invalid', 'not a base64url character');
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) throw new ProtocolError('bytes-invalid', 'base64url with stray bits');
  return bytes;
}

/** All parts, one after the other. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Whether two byte strings are the same; looks at every byte whatever it finds. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ b[i]!;
  return difference === 0;
}

/** Whether a text has no unpaired surrogate, that is, whether it is Unicode at all. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** UTF-8 of a well-formed text. A lone surrogate is refused with `bytes-invalid`, it would be silently replaced. */
export function utf8(text: string): Uint8Array {
  if (!isWellFormed(text)) throw new ProtocolError('bytes-invalid', 'a text with an unpaired surrogate');
  return encoder.encode(text);
}

/** The text of valid UTF-8, a byte order mark included. Throws `bytes-invalid`. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new ProtocolError('bytes-invalid', 'not valid UTF-8', { cause });
  }
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of hexadecimal in either case. Throws `bytes-invalid`. */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) {
    throw new ProtocolError('bytes-invalid', 'not hexadecimal');
  }
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );
}

/** Big-endian integer of bytes (OS2IP, RFC 8017 §4.2). */
export function toInteger(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${hex(bytes)}`);
}

/** Integer as big-endian bytes of a fixed length (I2OSP, RFC 8017 §4.1). Throws `bytes-invalid` when too large. */
export function fromInteger(value: bigint, length: number): Uint8Array {
  const text = value.toString(16);
  if (value < 0n || text.length > 2 * length) throw new ProtocolError('bytes-invalid', 'integer too large');
  return fromHex(text.padStart(2 * length, '0'));
}
