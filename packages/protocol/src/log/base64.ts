import { fromBase64url, toBase64url } from '../bytes.ts';

/** Base64 with padding (RFC 4648 §4), which signed notes use. */
export function toBase64(bytes: Uint8Array): string {
  const text = toBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(4 * Math.ceil(text.length / 4), '=');
}

/** The bytes of base64; undefined for any text but the one that `toBase64` makes of them. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const bare = text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
  try {
    return fromBase64url(bare);
  } catch {
    return undefined;
  }
}
