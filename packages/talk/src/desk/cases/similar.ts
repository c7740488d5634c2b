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
 * it within a day, and anybody can compare words that everybody can read: it says nothing of who wrote them. Two
 * statements.
 */
export async function similarTo(
  { pool }: DeskContext,
  { room, post }: PostPlace,
): Promise<z.input<typeof CaseView>['similar']> {
  const [self, ...others] = await readCandidates(pool, room, post);
  if (!self) return [];
  const alike = others
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

/** The post itself and those to compare it with; nothing where it has no fingerprint. Both halves are scans of an index. */
async function readCandidates(db: Queryable, room: string, post: Uint8Array): Promise<Candidate[]> {
  const { rows } = await db.query<Candidate>({
    name: 'desk-similar',
    text: `WITH self AS (SELECT room_id, id, slot, fingerprint FROM posts
             WHERE room_id = $1 AND id = $2 AND fingerprint IS NOT NULL),
           near AS (
             (SELECT p.room_id, p.id, p.fingerprint FROM self, posts p WHERE NOT p.inside AND p.slot <= self.slot
                AND p.slot > self.slot - $3::integer AND p.fingerprint IS NOT NULL ORDER BY p.slot DESC, p.id DESC LIMIT $4)
             UNION ALL
             (SELECT p.room_id, p.id, p.fingerprint FROM self, posts p WHERE NOT p.inside AND p.slot > self.slot
                AND p.slot < self.slot + $3::integer AND p.fingerprint IS NOT NULL ORDER BY p.slot, p.id LIMIT $4)
             UNION ALL
             (SELECT p.room_id, p.id, p.fingerprint FROM self, posts p WHERE p.inside AND p.room_id = $1
                AND p.slot > self.slot - $3::integer AND p.slot < self.slot + $3::integer AND p.fingerprint IS NOT NULL LIMIT $4))
           SELECT room_id, id, fingerprint FROM self
           UNION ALL SELECT near.room_id, near.id, near.fingerprint FROM near, self WHERE near.id <> self.id`,
    values: [room, post, slotsPerDay, compared / 2],
  });
  return rows;
}
