import { isEpoch, isSlug } from './credential.ts';
import { ProtocolError } from './errors.ts';
import { domainHash } from './hash.ts';
import { protocolLimits } from './limits.ts';
import { isBytes } from './shape.ts';

/*
 * Contexts are hashes that the client computes from what it sees, never strings that a server hands it (protocol.md
 * 2): 32 bytes each. A person shows the credential once per context and has one pseudonym in it.
 */
const DAY = 86_400_000;

/** Context and id of a thread: the hash of its first act's header. */
export function threadContext(headerBytes: Uint8Array): Uint8Array {
  return domainHash('thread', headerBytes);
}

/** Context for drawing the tokens of an ISO week (`2026-W47`) at an instance. Throws `context-invalid`. */
export function tokensContext(instance: string, week: string): Uint8Array {
  demand(isInstance(instance), 'not the name of an instance');
  demand(isWeek(week), 'not an ISO week such as 2026-W47');
  return domainHash('tokens', instance, week);
}

/** Context for reporting a post (its act id). Throws `context-invalid`. */
export function reportContext(postId: Uint8Array): Uint8Array {
  demand(isBytes(postId, 32), 'a post id has 32 bytes');
  return domainHash('report', postId);
}

/** What is voted on with a ballot: the poll of a post, the claim that a post makes, or the official answer under its thread. */
export type BallotKind = 'poll' | 'verdict' | 'resolves';

/** Target of a ballot about a post (its act id): another one for each kind, so that one person has a ballot in both. */
export function ballotTarget(kind: BallotKind, postId: Uint8Array): Uint8Array {
  demand(isBytes(postId, 32), 'a post id has 32 bytes');
  return kind === 'poll' ? postId : domainHash('ballot-target', kind, postId);
}

/** Context of a ballot on a target (an act id), open for credentials of one epoch only. Throws `context-invalid`. */
export function ballotContext(target: Uint8Array, openingEpoch: string): Uint8Array {
  demand(isBytes(target, 32), 'a target has 32 bytes');
  demand(isEpoch(openingEpoch), 'not an epoch such as 2026-11');
  return domainHash('ballot', target, openingEpoch);
}

/** Context for reading a colleagues-only room on a day (`2026-11-22`, UTC). Throws `context-invalid`. */
export function roomContext(room: string, day: string): Uint8Array {
  demand(isSlug(room), 'not the id of a room');
  demand(isDay(day), 'not a day such as 2026-11-22');
  return domainHash('room', room, day);
}

/** Whether a text may name an instance: visible ASCII such as a host name, without spaces. */
export function isInstance(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= protocolLimits.instanceCharacters && /^[!-~]+$/.test(value)
  );
}

/** Whether a text is an ISO week. */
export function isWeek(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(value);
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && dayOf(date) === value;
}

/** The ISO 8601 week of an instant, UTC: `2026-W47`. A week belongs to the year of its Thursday. Throws `time-invalid`. */
export function isoWeek(date: Date): string {
  const day = Math.floor(checkDate(date).getTime() / DAY);
  // Day 0, 1970-01-01, was a Thursday.
  const thursday = new Date((day - ((((day + 3) % 7) + 7) % 7) + 3) * DAY);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY));
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

/**
 * The ISO weeks whose tokens can be drawn at an instant, the present one first: `weeksToDraw` of them. Throws `time-invalid`.
 */
export function openWeeks(date: Date): [string, ...string[]] {
  const before = Array.from({ length: protocolLimits.weeksToDraw - 1 }, (_, i) =>
    isoWeek(new Date(date.getTime() - 7 * DAY * (i + 1))),
  );
  return [isoWeek(date), ...before];
}

/** The day of an instant, UTC: `2026-11-22`. Throws `time-invalid`. */
export function dayOf(date: Date): string {
  return checkDate(date).toISOString().slice(0, 10);
}

/** The instant floored to five minutes, UTC, as it is stored and sent: `2026-11-22T10:40:00Z`. Throws `time-invalid`. */
export function slotOf(date: Date): string {
  const length = protocolLimits.slotMinutes * 60_000;
  const floored = new Date(Math.floor(checkDate(date).getTime() / length) * length);
  return floored.toISOString().replace('.000Z', 'Z');
}

function checkDate(date: Date): Date {
  const year = date.getUTCFullYear();
  if (!(year >= 1970 && year <= 9999)) throw new ProtocolError('time-invalid', 'not a date of 1970 to 9999');
  return date;
}

function demand(holds: boolean, message: string): void {
  if (!holds) throw new ProtocolError('context-invalid', message);
}
