import { talkLimits } from '@teahouse/contract/talk/limits';
import type { ThreadGround } from '../acts/read.ts';
import { refuse } from '../errors.ts';

const slotSeconds = talkLimits.slotMinutes * 60;

/**
 * May this alias say something in the thread in this slot (protocol.md 5)? Throws `alias-banned`, `thread-locked`,
 * `thread-slow` with the seconds to wait.
 */
export function requireWritable({ banned, locked, slow, lastSaid }: ThreadGround, slot: number): void {
  if (banned) throw refuse('alias-banned');
  if (locked) throw refuse('thread-locked');
  const wait = lastSaid === null ? 0 : lastSaid + slow - slot;
  if (wait > 0) throw refuse('thread-slow', { headers: { 'retry-after': String(wait * slotSeconds) } });
}
