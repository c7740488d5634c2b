import type { Queryable } from '@teahouse/kit/pool';
import { textOf } from '../../wire.ts';

/** Place among `houseRules` and how many people, the most first. */
export type Reported = readonly (readonly [rule: number, n: number])[];

interface Counted {
  readonly room_id: string;
  /** Of the post, also where what a company answered under it was reported. */
  readonly post: Buffer;
  readonly rule: number;
  readonly n: number;
}

/**
 * Adds to cases what was reported of each; null where nothing was. One statement of its own: what is counted for each row of
 * another table is more than Citus carries out over several rooms (decision 0037).
 */
export async function withReports<Row extends { readonly room_id: string; readonly post_id: Buffer }>(
  db: Queryable,
  cases: readonly Row[],
): Promise<(Row & { readonly reported: Reported | null })[]> {
  if (cases.length === 0) return [];
  const { rows } = await db.query<Counted>({
    name: 'desk-reported',
    text: `SELECT r.room_id, place.post, r.rule, count(*)::integer AS n
           FROM unnest($1::text[], $2::bytea[]) AS place (room, post)
           JOIN reports r ON r.room_id = place.room AND (r.post_id = place.post OR r.answer_of = place.post)
           GROUP BY r.room_id, place.post, r.rule`,
    values: [cases.map(({ room_id }) => room_id), cases.map(({ post_id }) => post_id)],
  });
  const key = (room: string, post: Buffer) => `${room}/${textOf(post)}`;
  const counts = new Map<string, [rule: number, n: number][]>();
  for (const { room_id, post, rule, n } of rows) {
    const at = key(room_id, post);
    counts.set(at, [...(counts.get(at) ?? []), [rule, n]]);
  }
  return cases.map((row) => {
    const reported = counts.get(key(row.room_id, row.post_id)) ?? null;
    return { ...row, reported: reported?.sort((a, b) => b[1] - a[1] || a[0] - b[0]) ?? null };
  });
}
