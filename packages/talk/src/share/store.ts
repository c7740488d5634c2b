import type { Queryable } from '@teahouse/kit/pool';
import type { Label } from '@teahouse/protocol';

/** A post as its card shows it. */
export interface SharedRow {
  seq: number;
  /** Null after deletion, and where it is not shown. */
  text: string | null;
  lang: 'zh' | 'en' | null;
  pseudonym: Buffer;
  label: Label;
  title: string;
  /** Whether others can read it. */
  shown: boolean;
  /** The thread's opening was taken back or is not shown, and its title with it. */
  untitled: boolean;
}

/** One post of a thread with its alias and the thread's title. */
export async function readShared(
  db: Queryable,
  room: string,
  thread: Uint8Array,
  post: Uint8Array,
): Promise<SharedRow | undefined> {
  const { rows } = await db.query<SharedRow>({
    name: 'shared-post',
    text: `SELECT p.seq, CASE WHEN p.state = 0 THEN p.text END AS text, p.state = 0 AS shown, p.lang, p.pseudonym, a.label, t.title,
             t.deleted OR t.state <> 0 AS untitled
           FROM posts p
           JOIN threads t ON t.room_id = p.room_id AND t.id = p.thread_id
           JOIN aliases a ON a.room_id = p.room_id AND a.context = p.thread_id AND a.pseudonym = p.pseudonym
           WHERE p.room_id = $1 AND p.thread_id = $2 AND p.id = $3`,
    values: [room, thread, post],
  });
  return rows[0];
}
