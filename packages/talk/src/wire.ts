import { talkLimits } from '@teahouse/contract/talk';
import { refuse } from './errors.ts';

/**
 * The bytes of a base64url text of the wire. Strict, as `fromBase64url` of the protocol is (one text for one byte
 * string), but native: an act can have 60 KB of it. Throws `invalid-input`.
 */
export function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw refuse('invalid-input');
  return bytes;
}

/** Bytes as base64url without padding; takes any view, without a copy. */
export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

const slotLength = talkLimits.slotMinutes * 60_000;

/** The slot of an instant as it is stored: five-minute steps since 1970. The only form of time in this plane. */
export const slotNumber = (date: Date): number => Math.floor(date.getTime() / slotLength);

/** Texts of slots: a page of posts has a hundred, of few different ones. */
const slotTexts = new Map<number, string>();
const mostSlotTexts = 10_000;

/** A stored slot as it goes over the wire: `2026-11-22T10:40:00Z`. */
export function slotText(slot: number): string {
  const known = slotTexts.get(slot);
  if (known !== undefined) return known;
  const text = `${new Date(slot * slotLength).toISOString().slice(0, 19)}Z`;
  if (slotTexts.size >= mostSlotTexts) slotTexts.clear();
  slotTexts.set(slot, text);
  return text;
}
