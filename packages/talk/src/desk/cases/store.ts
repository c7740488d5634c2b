import type { CaseQuery } from '@teahouse/contract/desk';
import { deskLimits } from '@teahouse/contract/desk';
import { HouseRule } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import type { z } from 'zod';
import { appealsOf, type DecisionRow, decisionColumns, stateOf } from '../../order/index.ts';
import type { ListPlace } from './cursor.ts';
import { kindsOf } from './reasons.ts';
import { type Reported, withReports } from './reported.ts';

export interface CaseRow {
  readonly room_id: string;
  readonly post_id: Buffer;
  readonly thread_id: Buffer;
  readonly open: boolean;
  readonly priority: number;
  readonly look: unknown;
  readonly reports: number;
  readonly appealed: boolean;
  readonly slot: number;
  readonly assignee: string | null;
  readonly assignee_name: string | null;
  readonly state: number;
  readonly title: string | null;
  readonly text: string | null;
  readonly attached: Buffer | null;
  readonly reported: Reported | null;
}

/** Of `posts p`, its case `c`, and whoever has it `s`. */
const caseColumns = `p.room_id, p.id AS post_id, p.thread_id, coalesce(c.open, false) AS open,
  coalesce(c.priority, 0) AS priority, c.look, coalesce(c.reports, 0) AS reports, coalesce(c.appealed, false) AS appealed,
  coalesce(c.slot, p.slot) AS slot, c.assignee, s.name AS assignee_name, p.state, p.title, p.text, p.attached`;
/** What of it is joined to `posts p` and `cases c`. */
const caseDetails = 'LEFT JOIN staff s ON s.id = c.assignee';

type BareRow = Omit<CaseRow, 'reported'>;

/** A post with its case; where nothing pointed at it yet, as a case that rests. Two statements. */
export async function findCase(db: Queryable, room: string, post: Uint8Array): Promise<CaseRow | undefined> {
  const { rows } = await db.query<BareRow>({
    name: 'desk-case',
    text: `SELECT ${caseColumns} FROM posts p LEFT JOIN cases c ON c.room_id = p.room_id AND c.post_id = p.id ${caseDetails}
           WHERE p.room_id = $1 AND p.id = $2`,
    values: [room, post],
  });
  return (await withReports(db, rows))[0];
}

/** The same of several. */
export async function findCases(
  db: Queryable,
  places: readonly { readonly room: string; readonly post: Uint8Array }[],
): Promise<CaseRow[]> {
  const { rows } = await db.query<BareRow>(
    `SELECT ${caseColumns} FROM unnest($1::text[], $2::bytea[]) AS place (room, post)
     JOIN posts p ON p.room_id = place.room AND p.id = place.post
     LEFT JOIN cases c ON c.room_id = p.room_id AND c.post_id = p.id ${caseDetails}`,
    [places.map(({ room }) => room), places.map(({ post }) => post)],
  );
  return withReports(db, rows);
}

type Query = Omit<z.output<typeof CaseQuery>, 'before'>;

/** Open cases by priority, the oldest first of equal ones; decided ones the newest first. */
export async function listCases(
  db: Queryable,
  query: Query,
  i: { me: string; place: ListPlace | undefined; limit: number },
): Promise<CaseRow[]> {
  const values: unknown[] = [i.limit];
  const given = (value: unknown, sql: (mark: string) => string) => sql(`$${values.push(value)}`);
  const where = [query.work === 'open' ? 'c.open' : 'NOT c.open', ...filters(query, i.me, given)];
  if (i.place) where.push(below(query.work, i.place, given));
  const order = query.work === 'open' ? 'c.priority DESC, c.slot, c.post_id' : 'c.slot DESC, c.post_id';
  const { rows } = await db.query<BareRow>(
    `SELECT ${caseColumns} FROM cases c JOIN posts p ON p.room_id = c.room_id AND p.id = c.post_id ${caseDetails}
     WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT $1`,
    values,
  );
  return withReports(db, rows);
}

type Given = (value: unknown, sql: (mark: string) => string) => string;

function filters({ state, rule, room, assignee }: Query, me: string, given: Given): string[] {
  const where: string[] = [];
  if (room !== undefined) where.push(given(room, (mark) => `c.room_id = ${mark}`));
  if (state !== undefined) where.push(given(stateOf[state], (mark) => `p.state = ${mark}`));
  if (assignee === 'none') where.push('c.assignee IS NULL');
  if (assignee === 'me') where.push(given(me, (mark) => `c.assignee = ${mark}`));
  if (rule !== undefined) where.push(`(${reportedAs(rule, given)} OR ${seenAs(rule, given)})`);
  return where;
}

const reportedAs = (rule: HouseRule, given: Given) =>
  given(
    HouseRule.options.indexOf(rule),
    (mark) =>
      `EXISTS (SELECT FROM reports WHERE room_id = c.room_id AND (post_id = c.post_id OR answer_of = c.post_id) AND rule = ${mark})`,
  );

const seenAs = (rule: HouseRule, given: Given) =>
  given(
    kindsOf(rule),
    (mark) =>
      `EXISTS (SELECT FROM jsonb_array_elements(c.look -> 'reasons') AS reason WHERE reason ->> 'kind' = ANY(${mark}))`,
  );

function below(work: Query['work'], { key, slot, id }: ListPlace, given: Given): string {
  const slotMark = given(slot, (mark) => `${mark}::integer`);
  const idMark = given(id, (mark) => `${mark}::bytea`);
  if (work === 'decided') {
    return `c.slot <= ${slotMark} AND (c.slot < ${slotMark} OR c.post_id > ${idMark})`;
  }
  const keyMark = given(key, (mark) => `${mark}::real`);
  return `c.priority <= ${keyMark} AND (c.priority < ${keyMark} OR (c.slot, c.post_id) > (${slotMark}, ${idMark}))`;
}

export async function countOpen(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ n: number }>('SELECT count(*)::integer AS n FROM cases WHERE open');
  return rows[0]?.n ?? 0;
}

/** Gives a case to somebody or nobody; a post that nothing pointed at becomes a case, as somebody wants to look at it. */
export async function setAssignee(
  db: Queryable,
  { room_id, post_id, thread_id, slot }: CaseRow,
  assignee: string | null,
): Promise<void> {
  await db.query(
    `INSERT INTO cases AS c (room_id, post_id, thread_id, open, kept, priority, look, reports, appealed, assignee, slot)
     VALUES ($1, $2, $3, true, false, 0, '{"score": 0, "reasons": []}', 0, false, $4, $5)
     ON CONFLICT (room_id, post_id) DO UPDATE SET assignee = $4`,
    [room_id, post_id, thread_id, assignee, slot],
  );
}

export interface NoteRow {
  readonly name: string;
  readonly words: string;
  readonly slot: number;
}

/** Writes a note below the others; false when another one took its place meanwhile. */
export async function insertNote(
  db: Queryable,
  i: { room: string; post: Uint8Array; staff: string; words: string; slot: number },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO case_notes (room_id, post_id, n, staff, words, slot)
     SELECT $1, $2, coalesce(max(n) + 1, 0), $3, $4, $5 FROM case_notes WHERE room_id = $1 AND post_id = $2
     ON CONFLICT DO NOTHING`,
    [i.room, i.post, i.staff, i.words, i.slot],
  );
  return rowCount === 1;
}

export async function listNotes(db: Queryable, room: string, post: Uint8Array): Promise<NoteRow[]> {
  const { rows } = await db.query<NoteRow>(
    `SELECT s.name, n.words, n.slot FROM case_notes n JOIN staff s ON s.id = n.staff
     WHERE n.room_id = $1 AND n.post_id = $2 ORDER BY n.n`,
    [room, post],
  );
  return rows;
}

export interface ReportRow {
  readonly rule: number;
  readonly words: string | null;
  readonly slot: number;
  readonly answer: boolean;
}

/** What was reported of a post and of the answer under it, and nothing of who; the newest day first, in no order that tells who was first. */
export async function listReports(db: Queryable, room: string, post: Uint8Array): Promise<ReportRow[]> {
  const { rows } = await db.query<ReportRow>(
    `SELECT rule, words, slot, answer_of IS NOT NULL AS answer FROM reports
     WHERE room_id = $1 AND (post_id = $2 OR answer_of = $2)
     ORDER BY slot / 288 DESC, words IS NULL, rule, words LIMIT $3`,
    [room, post, deskLimits.reportsShown],
  );
  return rows;
}

export interface AnswerRow {
  readonly version: number;
  readonly text: string;
  readonly removed: boolean;
  readonly slot: number;
}

/** What a company said under the thread of a first post, the last version last; of other posts nothing. */
export async function listAnswer(db: Queryable, room: string, post: Uint8Array): Promise<AnswerRow[]> {
  const { rows } = await db.query<AnswerRow>(
    `SELECT v.version, v.text, v.removed IS NOT NULL AS removed, v.slot FROM posts p
     JOIN official_versions v ON v.room_id = p.room_id AND v.thread_id = p.thread_id
     WHERE p.room_id = $1 AND p.id = $2 AND p.seq = 0 ORDER BY v.version`,
    [room, post],
  );
  return rows;
}

/** Decisions about a post, the newest first; of one slot answers, then what people decided, then what led to it. */
export async function listDecisions(db: Queryable, room: string, post: Uint8Array): Promise<DecisionRow[]> {
  const { rows } = await db.query<DecisionRow>(
    `SELECT ${decisionColumns} FROM decisions d ${appealsOf} WHERE d.room_id = $1 AND d.post_id = $2
     ORDER BY d.slot DESC, d.action IN ('restore', 'uphold') DESC, d.staff IS NULL, d.log_index DESC NULLS FIRST, d.id`,
    [room, post],
  );
  return rows;
}

/** Whether the author of a post may not write in its thread any more. */
export async function isAuthorBanned(db: Queryable, room: string, post: Uint8Array): Promise<boolean> {
  const { rowCount } = await db.query(
    `SELECT FROM posts p JOIN bans b ON b.room_id = p.room_id AND b.context = p.thread_id AND b.pseudonym = p.pseudonym
     WHERE p.room_id = $1 AND p.id = $2`,
    [room, post],
  );
  return rowCount === 1;
}
