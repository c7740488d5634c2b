import type { Queryable } from '@teahouse/kit/pool';
import type { Label } from '@teahouse/protocol';
import { appealsOf, type DecisionRow, decisionColumns } from '../order/decision-store.ts';
import type { StateNumber } from '../order/standing.ts';

export interface VersionRow {
  readonly version: number;
  readonly statement: Buffer;
  readonly text: string;
  readonly key: Buffer;
  readonly signature: Buffer;
  readonly slot: number;
  /** A moderator took it away. */
  readonly removed: boolean;
}

/** A thread as far as a company may answer in it. */
export interface OfficialGround {
  readonly opener_label: Label;
  /** Of the first post. */
  readonly deleted: boolean;
  readonly state: StateNumber;
  /** All versions, oldest first; bytes in hexadecimal. */
  readonly versions: readonly VersionRow[];
  /** Ballots by what they say: yes, no. */
  readonly yes: number;
  readonly no: number;
}

type JsonVersion = Omit<VersionRow, 'statement' | 'key' | 'signature'> &
  Record<'statement' | 'key' | 'signature', string>;

/** One statement; undefined when the room has no such thread. */
export async function readOfficial(
  db: Queryable,
  room: string,
  thread: Uint8Array,
): Promise<OfficialGround | undefined> {
  const { rows } = await db.query<Omit<OfficialGround, 'versions'> & { versions: JsonVersion[] }>({
    name: 'official',
    text: `SELECT t.opener_label, p.deleted, p.state,
             (SELECT coalesce(json_agg(json_build_object('version', version, 'statement', encode(statement, 'hex'), 'text', text,
                'key', encode(key, 'hex'), 'signature', encode(signature, 'hex'), 'slot', slot,
                'removed', removed IS NOT NULL) ORDER BY version), '[]')
              FROM official_versions WHERE room_id = $1 AND thread_id = $2) AS versions,
             b.yes, b.no
           FROM threads t JOIN posts p ON p.room_id = t.room_id AND p.thread_id = t.id AND p.seq = 0
             CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE choices[1] = 0)::integer AS yes,
               count(*) FILTER (WHERE choices[1] = 1)::integer AS no
               FROM ballots WHERE room_id = $1 AND post_id = p.id AND kind = 'resolves') AS b
           WHERE t.room_id = $1 AND t.id = $2`,
    values: [room, thread],
  });
  const [row] = rows;
  return row && { ...row, versions: row.versions.map(fromJson) };
}

const fromHex = (text: string) => Buffer.from(text, 'hex');
const fromJson = ({ statement, key, signature, ...row }: JsonVersion): VersionRow => ({
  ...row,
  statement: fromHex(statement),
  key: fromHex(key),
  signature: fromHex(signature),
});

/** The last decision that took something of the answer away. One statement. */
export async function readRemoval(
  db: Queryable,
  room: string,
  thread: Uint8Array,
): Promise<DecisionRow | undefined> {
  const { rows } = await db.query<DecisionRow>({
    name: 'official-removal',
    text: `SELECT ${decisionColumns} FROM decisions d ${appealsOf}
           WHERE d.room_id = $1 AND d.id = (SELECT removed FROM official_versions
             WHERE room_id = $1 AND thread_id = $2 AND removed IS NOT NULL ORDER BY version DESC LIMIT 1)`,
    values: [room, thread],
  });
  return rows[0];
}

/** Takes away all that the company said under a thread so far; false where there is nothing of it. One statement. */
export async function removeAnswer(
  tx: Queryable,
  i: { room: string; thread: Uint8Array; decision: Uint8Array },
): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'official-remove',
    text: `UPDATE official_versions SET removed = $3 WHERE room_id = $1 AND thread_id = $2 AND removed IS NULL`,
    values: [i.room, i.thread, i.decision],
  });
  return rowCount !== 0;
}

/** False where another statement has this place: of two at once the first stands. */
export async function insertVersion(
  db: Queryable,
  at: { room: string; thread: Uint8Array; company: string },
  row: Omit<VersionRow, 'removed'>,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'official-insert',
    text: `INSERT INTO official_versions (room_id, thread_id, version, company_id, statement, text, key, signature, slot)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (room_id, thread_id, version) DO NOTHING`,
    values: [
      ...[at.room, at.thread, row.version, at.company, row.statement, row.text],
      ...[row.key, row.signature, row.slot],
    ],
  });
  return rowCount === 1;
}
