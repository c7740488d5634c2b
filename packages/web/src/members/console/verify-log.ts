import type { ConsoleEntry } from '@teahouse/contract/members';
import { actText, chainStart, saidText } from '@teahouse/contract/members/console-chain';
import { base64url } from '../base64url.ts';

const bytesOf = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

/**
 * Checks the whole record from its first entry on, given the latest first: whether each stands on the one before, and
 * what was said is what stands in it. The number of the first entry that does not fit; null where all do.
 */
export async function firstFault(entries: readonly ConsoleEntry[]): Promise<number | null> {
  let before: Uint8Array = chainStart;
  let n = 0;
  for (const entry of [...entries].reverse()) {
    n += 1;
    const { said, digest } = entry;
    const words = said && (await sha256(bytesOf(said.salt), utf8(saidText(said))));
    const hash = await sha256(before, bytesOf(digest), utf8(actText(entry)));
    const fits = entry.n === n && base64url(hash) === entry.hash && (!words || base64url(words) === digest);
    if (!fits) return entry.n;
    before = hash;
  }
  return null;
}
