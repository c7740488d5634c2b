import { type CaseView, deskLimits } from '@teahouse/contract/desk';
import type { Queryable } from '@teahouse/kit/pool';
import { lookLimits } from '@teahouse/look';
import type { z } from 'zod';
import { slotsPerDay, stateName } from '../../order/index.ts';
import { textOf } from '../../wire.ts';
import type { DeskContext } from '../context.ts';
import { wordsOf } from './present.ts';
import type { PostPlace } from './service.ts';
import { findCases } from './store.ts';

/** Posts that are compared: as many as this, of the days before and after, the nearest in time first. */
const compared = 4000;

/** In how many of their places two fingerprints are equal. */
const alikeness = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((n, place, i) => (place === b[i] ? n + 1 : n), 0);

interface Candidate {
  readonly room_id: string;
  readonly id: Buffer;
  readonly fingerprint: Buffer;
}

/**
 * Posts with nearly the same words, the most alike first: of all public rooms, and of the post's own. Whoever floods does
 * it within a day, and anybody can compare words that everybody can read: it says nothing of who wrote them. Three
 * statements.
 */
export async function similarTo(
  { pool }: DeskContext,
  { room, post }: PostPlace,
): Promise<z.input<typeof CaseView>['similar']> {
  const self = await readSelf(pool, room, post);
  if (!self) return [];
  const alike = (await readCandidates(pool, { room, post, slot: self.slot }))
    .map((one) => ({ ...one, equal: alikeness(one.fingerprint, self.fingerprint) }))
    .filter(({ equal }) => equal >= lookLimits.alikeSlots)
    .sort((a, b) => b.equal - a.equal || Buffer.compare(a.id, b.id))
    .slice(0, deskLimits.similarShown);
  const rows = await findCases(
    pool,
    alike.map(({ room_id, id }) => ({ room: room_id, post: id })),
  );
  const byId = new Map(rows.map((row) => [textOf(row.post_id), row]));
  return alike.flatMap(({ id }) => {
    const row = byId.get(textOf(id));
    if (!row) return [];
    const { room_id, thread_id, state } = row;
    return [
      {
        room: room_id,
        thread: textOf(thread_id),
        post: textOf(id),
        state: stateName(state),
        excerpt: wordsOf(row),
      },
    ];
  });
}

/** When a post was said, and what is compared; undefined where it has too few words. */
async function readSelf(
  db: Queryable,
  room: string,
  post: Uint8Array,
): Promise<{ slot: number; fingerprint: Buffer } | undefined> {
  const { rows } = await db.query<{ slot: number; fingerprint: Buffer }>({
    name: 'desk-fingerprint',
    text: 'SELECT slot, fingerprint FROM posts WHERE room_id = $1 AND id = $2 AND fingerprint IS NOT NULL',
    values: [room, post],
  });
  return rows[0];
}

/** What a post is compared with. The slot is a value and no join: each part is a walk along an index from there. */
async function readCandidates(
  db: Queryable,
  i: { room: string; post: Uint8Array; slot: number },
): Promise<Candidate[]> {
  const part = (where: string, order: string) =>
    `(SELECT room_id, id, fingerprint FROM posts WHERE ${where} AND id <> $1 AND fingerprint IS NOT NULL
      ORDER BY ${order} LIMIT $5)`;
  const { rows } = await db.query<Candidate>({
    name: 'desk-similar',
    text: [
      part('NOT inside AND slot > $3 AND slot <= $2', 'slot DESC, id DESC'),
      part('NOT inside AND slot > $2 AND slot < $4', 'slot, id'),
      part('inside AND room_id = $6 AND slot > $3 AND slot < $4', 'slot DESC, id DESC'),
    ].join(' UNION ALL '),
    values: [i.post, i.slot, i.slot - slotsPerDay, i.slot + slotsPerDay, compared / 2, i.room],
  });
  return rows;
}
