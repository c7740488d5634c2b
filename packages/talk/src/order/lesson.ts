import type { HouseRule } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import type { Lesson, LessonKind } from '@teahouse/look';
import type { TalkContext } from '../context.ts';
import { textOf } from '../wire.ts';
import type { Place } from './settle.ts';
import { stateOf } from './standing.ts';

/** What the looker is told of a post after each decision about it: what it teaches, or that it teaches nothing. */
export type Taught = { readonly learn: Lesson } | { readonly unlearn: string };

/** Of removals under these rules the first look learns; other harm is not said twice in the same words. */
const kinds: Partial<Record<HouseRule, LessonKind>> = { advertising: 'advertising', flooding: 'flood' };

interface Row {
  state: number;
  inside: boolean;
  fingerprint: Buffer | null;
  slot: number | null;
  rule: HouseRule | null;
}

/**
 * Tells the looker what a post teaches as it stands after a decision. Its memory is lost with the process anyway: where the
 * database is away just now, the decision stands and this lesson is lost.
 */
export async function teachLooker(ctx: Pick<TalkContext, 'pool' | 'looker'>, place: Place): Promise<void> {
  const taught = await lessonOf(ctx.pool, place).catch(() => undefined);
  if (taught) ctx.looker.teach(taught);
}

/** One statement. Posts are named by room and id, as two rooms might be of different shards. */
async function lessonOf(db: Queryable, { room, post }: Place): Promise<Taught> {
  const name = `${room}/${textOf(post)}`;
  const { rows } = await db.query<Row>({
    name: 'lesson-of',
    text: `SELECT p.state, p.inside, p.fingerprint, d.slot, d.rule FROM posts p
           LEFT JOIN (SELECT slot, rule FROM decisions WHERE room_id = $1 AND post_id = $2 AND action = 'remove'
             ORDER BY slot DESC LIMIT 1) d ON true
           WHERE p.room_id = $1 AND p.id = $2`,
    values: [room, post],
  });
  const row = rows[0];
  const kind = row?.rule ? kinds[row.rule] : undefined;
  if (!row?.fingerprint || row.slot === null || !kind || row.state !== stateOf.removed)
    return { unlearn: name };
  const { inside, slot, fingerprint } = row;
  return { learn: { post: name, room, inside, slot, fingerprint, kind } };
}
