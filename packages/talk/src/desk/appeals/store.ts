import { deskLimits } from '@teahouse/contract/desk';
import type { Queryable } from '@teahouse/kit/pool';
import { type DecisionRow, decisionColumns } from '../../order/index.ts';
import type { ListPlace } from '../cases/cursor.ts';

/** An appeal with the decision that it is against. */
export interface AppealRow extends DecisionRow {
  readonly appeal: 'open' | 'granted' | 'refused';
  readonly appeal_words: string;
  readonly answer: string | null;
  readonly appeal_slot: number;
}

const appeals = `SELECT ${decisionColumns}, a.words AS appeal_words, a.answer, a.slot AS appeal_slot
  FROM appeals a JOIN decisions d ON d.room_id = a.room_id AND d.id = a.decision`;

export async function listAppealsOfPost(db: Queryable, room: string, post: Uint8Array): Promise<AppealRow[]> {
  const { rows } = await db.query<AppealRow>(
    `${appeals} WHERE d.room_id = $1 AND d.post_id = $2 ORDER BY a.slot DESC, a.decision`,
    [room, post],
  );
  return rows;
}

/** Open ones the oldest first, answered ones the newest first; one more than a page. */
export async function listAppeals(
  db: Queryable,
  state: 'open' | 'answered',
  place: ListPlace | undefined,
): Promise<AppealRow[]> {
  const isOpen = state === 'open';
  const { slot = isOpen ? 0 : 2 ** 31 - 1, id = Buffer.alloc(0) } = place ?? {};
  const { rows } = await db.query<AppealRow>(
    isOpen
      ? `${appeals} WHERE a.state = 'open' AND (a.slot, a.decision) > ($1, $2) ORDER BY a.slot, a.decision LIMIT $3`
      : `${appeals} WHERE a.state <> 'open' AND a.slot <= $1 AND (a.slot < $1 OR a.decision > $2)
         ORDER BY a.slot DESC, a.decision LIMIT $3`,
    [slot, id, deskLimits.appealsPerPage + 1],
  );
  return rows;
}
