/** A statement that asks every machine, and why. */
export interface Exception {
  readonly rules: readonly string[];
  /** What stands in the statement. */
  readonly like: string;
  readonly why: string;
}

const wide = ['citus-room'] as const;
const correlated = ['citus-room', 'citus-outer-room'] as const;
const upkeep = 'upkeep: a stretch of one partial index on each machine, once a minute, and bounded';
const bulk = 'bulk files are of all public rooms on purpose: whoever asks for one room tells which (protocol.md 5)';
const desk = "the desk's queue is of all rooms: few rows, asked for by staff";
const counted = 'counted over all rooms for a page that is kept for a while';

/** All of them: short, and each with its reason. One that covers nothing any more makes the check red. */
export const exceptions: readonly Exception[] = [
  // Lists over all rooms.
  {
    rules: wide,
    like: 'FROM threads t WHERE (t.last_slot, t.id) < ($1, $2) AND NOT t.inside',
    why: 'the list of all rooms by activity: the head of one index of each machine, kept in memory for a second',
  },
  {
    rules: wide,
    like: 'FROM threads t WHERE (t.slot, t.id) < ($1, $2) AND NOT t.inside',
    why: 'the same by age',
  },
  { rules: wide, like: 'FROM threads t WHERE (t.heat, t.id) < ($1, $2) AND NOT t.inside', why: 'the hot list' },
  {
    rules: wide,
    like: 'AND (t.voices, t.slot, t.id) < ($2, $3, $4) AND NOT t.inside',
    why: 'the top of day and week: eight heads of one index of each machine',
  },
  {
    rules: ['citus-room', 'citus-outer-join'],
    like: 'FROM rooms r LEFT JOIN room_stats s ON s.room_id = r.id',
    why: 'all rooms with their counts, a row each: Citus fetches room_stats first and joins it on the coordinator (12 and later)',
  },
  // Search.
  {
    rules: ['citus-room', 'citus-lateral'],
    like: 'SELECT room_id, id, slot, words FROM posts WHERE words @@ ($2::tsquery && quote_literal(span)::tsquery) AND NOT inside',
    why: 'the walk of one machine alone: where the plane is distributed search asks span by span (search/store.ts)',
  },
  {
    rules: wide,
    like: 'FROM posts WHERE words @@ ($2::tsquery && quote_literal($1::text)::tsquery) AND NOT inside',
    why: 'search over all rooms: an index of each machine, a bounded number of rows of each',
  },
  // Bulk files, own posts, the public log of decisions.
  { rules: wide, like: 'FROM aliases WHERE (context, pseudonym) > ($1, $2) AND NOT inside', why: bulk },
  { rules: wide, like: 'FROM posts WHERE slot >= $1 AND slot < $2 AND id > $4', why: bulk },
  { rules: wide, like: 'FROM refunds WHERE key_id = $1 AND post_id > $2', why: bulk },
  { rules: wide, like: 'SELECT nonce FROM spent WHERE key_id = $1', why: bulk },
  { rules: wide, like: 'WHERE NOT d.inside AND $1::text IS NULL', why: bulk },
  { rules: wide, like: 'SELECT act FROM logged_acts WHERE log_index = $1', why: 'the acts of one entry of the log' },
  { rules: wide, like: 'FROM decisions WHERE NOT inside AND slot < $1 GROUP BY', why: counted },
  { rules: wide, like: "FROM reports a JOIN rooms r ON r.id = a.room_id AND r.access = 'public'", why: counted },
  { rules: wide, like: 'FROM posts WHERE NOT inside AND slot >= $1 AND slot < $2', why: counted },
  // What is done by the clock.
  { rules: wide, like: 'FROM refunds WHERE signatures IS NULL AND NOT held', why: upkeep },
  { rules: wide, like: 'SELECT room_id, id FROM decisions WHERE log_index IS NULL', why: upkeep },
  { rules: wide, like: 'DELETE FROM pending_acts p USING', why: `${upkeep}; what is taken is chosen first` },
  { rules: wide, like: 'SELECT room_id, id FROM posts WHERE words IS NULL', why: upkeep },
  { rules: wide, like: 'DELETE FROM draws', why: 'draws of past weeks; all, where a backup was restored' },
  { rules: correlated, like: "UPDATE official_versions v SET text = '' WHERE v.removed IS NOT NULL", why: upkeep },
  {
    rules: correlated,
    like: 'SELECT p.room_id, p.id FROM posts p WHERE p.state = 3 AND p.text IS NOT NULL',
    why: `${upkeep}; decisions and appeals of a room lie with its posts`,
  },
  { rules: wide, like: 'SELECT x.room_id, x.hash, x.post_id FROM pictures x JOIN posts p', why: 'pictures that leave, once an hour' },
  { rules: wide, like: 'SELECT object FROM gone_objects', why: 'objects that are removed, once an hour' },
  { rules: wide, like: 'DELETE FROM gone_objects', why: 'the same' },
  { rules: wide, like: 'SELECT object FROM pictures WHERE object = ANY($1)', why: 'objects without a row are looked for once a day' },
  // The desk.
  { rules: correlated, like: 'FROM cases c JOIN posts p ON p.room_id = c.room_id AND p.id = c.post_id', why: desk },
  { rules: wide, like: 'FROM cases WHERE open', why: desk },
  { rules: wide, like: 'UPDATE cases SET assignee = NULL WHERE assignee = $1', why: desk },
  { rules: wide, like: "FROM appeals a JOIN decisions d ON d.room_id = a.room_id AND d.id = a.decision WHERE a.state", why: desk },
  { rules: wide, like: "FROM appeals WHERE state = 'open'", why: desk },
  { rules: wide, like: 'FROM decisions d JOIN staff s ON s.id = d.staff', why: desk },
  {
    rules: wide,
    like: '(SELECT room_id, id, fingerprint FROM posts WHERE NOT inside AND slot > $3',
    why: `${desk}; near-duplicates of a day, each part a stretch of one index`,
  },
];
