import type { Queryable } from '@teahouse/kit/pool';
import type { RoomPlan } from './fixed.ts';

export interface RoomRow {
  id: string;
  kind: RoomPlan['kind'];
  access: RoomPlan['access'];
  company: string | null;
  industry: string | null;
  name_zh: string;
  name_en: string;
  threads: number;
  last_slot: number | null;
}

/** Opens what is not open yet and takes over new names. Rooms are never closed. */
export async function openRooms(db: Queryable, rooms: readonly RoomPlan[]): Promise<void> {
  const column = (of: (room: RoomPlan) => string | null) => rooms.map(of);
  await db.query(
    `INSERT INTO rooms (id, kind, company, industry, name_zh, name_en, access)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
     ON CONFLICT (id) DO UPDATE
     SET company = excluded.company, industry = excluded.industry, name_zh = excluded.name_zh, name_en = excluded.name_en
     WHERE (rooms.industry, rooms.name_zh, rooms.name_en)
       IS DISTINCT FROM (excluded.industry, excluded.name_zh, excluded.name_en)`,
    [
      column((room) => room.id),
      column((room) => room.kind),
      column((room) => room.company),
      column((room) => room.industry),
      column((room) => room.name.zh),
      column((room) => room.name.en),
      column((room) => room.access),
    ],
  );
}

/** All rooms with what is said in them: square, topics, industries, companies. */
export async function listRooms(db: Queryable): Promise<RoomRow[]> {
  const { rows } = await db.query<RoomRow>({
    name: 'rooms',
    text: `SELECT r.id, r.kind, r.company, r.industry, r.name_zh, r.name_en, r.access, coalesce(s.threads, 0) AS threads, s.last_slot
           FROM rooms r LEFT JOIN room_stats s ON s.room_id = r.id
           ORDER BY array_position(ARRAY['square', 'topic', 'industry', 'company'], r.kind), r.id`,
  });
  return rows;
}

/** What acts and reads are judged by; undefined when there is no such room. */
export async function readRoom(
  db: Queryable,
  room: string,
): Promise<Pick<RoomRow, 'id' | 'company' | 'access'> | undefined> {
  const { rows } = await db.query<Pick<RoomRow, 'id' | 'company' | 'access'>>({
    name: 'room',
    text: 'SELECT id, company, access FROM rooms WHERE id = $1',
    values: [room],
  });
  return rows[0];
}
