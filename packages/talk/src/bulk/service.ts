import {
  type BulkAliases,
  type BulkPosts,
  type BulkRefunds,
  type BulkSpent,
  talkLimits,
} from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import type { z } from 'zod';
import { readMentions } from '../acts/attached.ts';
import { refuse } from '../errors.ts';
import { splitSignatures } from '../refunds/store.ts';
import { bytesOf, slotNumber, textOf } from '../wire.ts';
import { readBulkAliases, readBulkPosts, readBulkRefunds, readBulkSpent } from './store.ts';

/*
 * protocol.md 7: everyone downloads the same files whole and matches at home; nobody asks for one item. So pages are
 * cut in the same places for all: by place alone, never by who asks.
 */
const limit = talkLimits.bulkPerPage;
const contextLength = 32;
const placeLength = 80;
const slotsPerDay = (24 * 60) / talkLimits.slotMinutes;

/** A page of the file of aliases. One statement. Throws `invalid-input` for a place that is none. */
export async function bulkAliases(
  db: Queryable,
  room: string | undefined,
  after: string | undefined,
): Promise<z.input<typeof BulkAliases>> {
  const place = after === undefined ? Buffer.alloc(0) : bytesOf(after);
  if (after !== undefined && place.length !== placeLength) throw refuse('invalid-input');
  const start = { context: place.subarray(0, contextLength), pseudonym: place.subarray(contextLength) };
  const rows = await readBulkAliases(db, room, start, limit);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    aliases: rows.map((row) => ({
      room: row.room_id,
      thread: textOf(row.context),
      publicKey: textOf(row.public_key),
      pseudonym: textOf(row.pseudonym),
      label: row.label,
    })),
    next: last ? textOf(Buffer.concat([last.context, last.pseudonym])) : null,
  };
}

/**
 * A page of the file of what was said on a day (`2026-11-22`, UTC), for answers to one's own posts. One statement. Whole
 * days alone can be asked for: when a device looked last is its own affair.
 */
export async function bulkPosts(
  db: Queryable,
  room: string | undefined,
  query: { day: string; after?: string | undefined },
): Promise<z.input<typeof BulkPosts>> {
  const start = new Date(`${query.day}T00:00:00Z`);
  // Not a day of the calendar: `2026-02-30` would be read as another one.
  if (Number.isNaN(start.getTime()) || start.toISOString().slice(0, 10) !== query.day)
    throw refuse('invalid-input');
  const slot = slotNumber(start);
  const days = { from: slot, to: slot + slotsPerDay, after: startOf(query.after) };
  const rows = await readBulkPosts(db, room, days, limit);
  const posts = rows.map((row) => ({
    room: row.room_id,
    thread: textOf(row.thread_id),
    id: textOf(row.id),
    parent: row.parent && textOf(row.parent),
    pseudonym: textOf(row.pseudonym),
    mentions: readMentions(row.mentions).map(textOf),
  }));
  return { posts, next: posts.length === limit ? posts.at(-1)!.id : null };
}

/** A page of the file of nonces spent under a token key. One statement. */
export async function bulkSpent(
  db: Queryable,
  query: { keyId: string; after?: string | undefined },
): Promise<z.input<typeof BulkSpent>> {
  const after = startOf(query.after);
  const nonces = (await readBulkSpent(db, bytesOf(query.keyId), after, limit)).map(textOf);
  return { nonces, next: nonces.length === limit ? nonces.at(-1)! : null };
}

/** A page of the file of refunds signed with a token key. One statement. */
export async function bulkRefunds(
  db: Queryable,
  room: string | undefined,
  query: { keyId: string; after?: string | undefined },
): Promise<z.input<typeof BulkRefunds>> {
  const rows = await readBulkRefunds(
    db,
    room,
    { keyId: bytesOf(query.keyId), after: startOf(query.after) },
    limit,
  );
  const refunds = rows.map((row) => ({
    post: textOf(row.post_id),
    signatures: splitSignatures(row.signatures).map(textOf),
  }));
  return { refunds, next: refunds.length === limit ? refunds.at(-1)!.post : null };
}

const startOf = (after: string | undefined) => (after === undefined ? Buffer.alloc(0) : bytesOf(after));
