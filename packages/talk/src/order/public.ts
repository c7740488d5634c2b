import { type BulkNotices, type DecisionPage, type DecisionQuery, talkLimits } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import type { z } from 'zod';
import { refuse } from '../errors.ts';
import { bytesOf, textOf } from '../wire.ts';
import { slotsPerDay } from './policy.ts';
import { presentDecision } from './present.ts';
import { readDecisions, readNotices, type Scope } from './public-store.ts';

const idLength = 32;
const dayLength = 86_400_000;

/**
 * A page of the file of a day's decisions (`2026-11-22`, UTC) for authors who look for their own. One statement; the same
 * for everybody. `settled`: see `settledSlot`. Throws `invalid-input`.
 */
export async function noticesOfDay(
  db: Queryable,
  scope: Scope,
  query: { day: string; after?: string | undefined },
  settled: number,
): Promise<z.input<typeof BulkNotices>> {
  const start = new Date(`${query.day}T00:00:00Z`);
  // Not a day of the calendar: `2026-02-30` would be read as another one.
  if (Number.isNaN(start.getTime()) || start.toISOString().slice(0, 10) !== query.day)
    throw refuse('invalid-input');
  const after = query.after === undefined ? Buffer.alloc(0) : bytesOf(query.after);
  const limit = talkLimits.bulkPerPage;
  const rows = await readNotices(db, scope, { day: start.getTime() / dayLength, after, settled }, limit);
  return {
    notices: rows.map((row) => ({ ...presentDecision(row), pseudonym: textOf(row.pseudonym) })),
    next: rows.length === limit ? textOf(rows.at(-1)!.id) : null,
  };
}

/** A page of the public log of decisions, newest day first. One statement. Throws `invalid-input` for no cursor of this list. */
export async function pageOfDecisions(
  db: Queryable,
  scope: Scope,
  query: z.output<typeof DecisionQuery>,
  settled: number,
): Promise<z.input<typeof DecisionPage>> {
  const limit = talkLimits.decisionsPerPage;
  const { action, rule, by, room } = query;
  const thread = room === undefined || query.thread === undefined ? undefined : bytesOf(query.thread);
  const before = placeOf(query.before);
  const rows = await readDecisions(db, scope, { action, rule, by, thread, before, settled }, limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { decisions: shown.map(presentDecision), next: last ? cursorOf(last) : null };
}

interface Place {
  readonly day: number;
  readonly id: Uint8Array;
}

/** A place as an opaque text: the day in 4 bytes, and the id. */
function cursorOf({ slot, id }: { slot: number; id: Uint8Array }): string {
  const day = Buffer.alloc(4);
  day.writeUInt32BE(Math.floor(slot / slotsPerDay));
  return textOf(Buffer.concat([day, id]));
}

function placeOf(cursor: string | undefined): Place {
  if (cursor === undefined) return { day: 2 ** 31 - 1, id: Buffer.alloc(0) };
  const bytes = bytesOf(cursor);
  const day = bytes.length === 4 + idLength ? bytes.readUInt32BE(0) : 2 ** 31;
  if (day < 2 ** 31) return { day, id: bytes.subarray(4) };
  throw refuse('invalid-input', {
    issues: [{ path: 'query.before', message: 'not a cursor of this list' }],
  });
}
