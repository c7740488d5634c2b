import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pieceOf } from '@teahouse/testbed';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { longThread, type MadePost, type MadeThread, makePosts } from './posts.ts';

/** A value as COPY reads it: `\N` for null, bytes in hex, and nothing that would end a column or a line. */
function cell(value: string | number | boolean | Buffer | null): string {
  if (value === null) return '\\N';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return String(value).replace(
    /[\\\t\n\r]/g,
    (one) => `\\${{ '\t': 't', '\n': 'n', '\r': 'r' }[one] ?? one}`,
  );
}
const line = (values: Parameters<typeof cell>[0][]): string => `${values.map(cell).join('\t')}\n`;

async function copy(
  client: pg.Client,
  table: string,
  columns: string,
  lines: Iterable<string>,
): Promise<void> {
  await pipeline(Readable.from(lines), client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)));
}

const postColumns =
  'room_id, thread_id, id, parent, seq, pseudonym, slot, edits, deleted, last_act, header, signature, salt, title, text, lang, inside, words, state, blurred';

function postLine({ thread, id, seq, voice, slot, title, text, words }: MadePost): string {
  const parent = seq === 0 ? null : thread.id;
  const place = [thread.room, thread.id, id, parent, seq, voice.pseudonym, slot, 0, false, id];
  const signed = [randomBytes(280), randomBytes(64), randomBytes(32)];
  return line([...place, ...signed, title, text, thread.lang, false, words, 0, false]);
}

const labelOf = (kind: string): string =>
  JSON.stringify({
    kind,
    epoch: '2026-11',
    ...(kind === 'company' && { company: 'starriver' }),
    ...(kind === 'industry' && { industry: 'internet' }),
    ...(kind !== 'alias' && { standing: 'current' }),
  });

const threadColumns =
  'room_id, id, title, excerpt, lang, opener, opener_label, opener_key, replies, slot, last_slot, deleted, inside, voices, heat, pictures, poll, best_agree, state, locked, slow';

/** The sum of threads/heat.ts. */
const heatOf = (thread: MadeThread) => thread.slot + 144 * Math.log2(1 + thread.voices.length);

function threadLine(thread: MadeThread): string {
  const { room, id, title, excerpt, lang, voices, replies, slot, lastSlot } = thread;
  const [opener] = voices;
  if (!opener) throw new RangeError('nobody opened the thread');
  const shown = [title, excerpt, lang, opener.pseudonym, labelOf(opener.kind), randomBytes(32)];
  return line([
    room,
    id,
    ...shown,
    replies,
    slot,
    lastSlot,
    false,
    false,
    thread.voices.length,
    heatOf(thread),
    ...[0, false, 0],
    ...[0, false, 0],
  ]);
}

const aliasColumns = 'room_id, context, pseudonym, label, public_key, proof, inside';

function* aliasLines(threads: readonly MadeThread[]): Generator<string> {
  for (const { room, id, voices } of threads) {
    for (const { pseudonym, kind } of voices) {
      yield line([room, id, pseudonym, labelOf(kind), randomBytes(32), randomBytes(624), false]);
    }
  }
}

const tallyColumns = 'room_id, post_id, thread_id, seq, reactions, votes, ballots, verdicts';
const pieceColumns = 'room_id, thread_id, seq, pseudonym, mute, shown';

function pieceLine({ thread, id, seq, voice, slot, title, text }: MadePost): string {
  const { pseudonym } = voice;
  const place = { id, parent: seq === 0 ? null : thread.id, seq, pseudonym, slot };
  const said = { title, text, lang: thread.lang, attached: null, mentions: null };
  const order = { state: 0, caution: null, blurred: false } as const;
  const piece = pieceOf({ ...place, ...said, ...order, edits: 0, deleted: false, last_act: id }, thread);
  return line([thread.room, thread.id, seq, pseudonym, false, piece]);
}

function tallyLines({ thread, id, seq, reactions }: MadePost): string[] {
  const counts = reactions && [`{${reactions.join()}}`, '{}', 0, '{}'];
  return counts ? [line([thread.room, id, thread.id, seq, ...counts])] : [];
}

/** Posts that are kept in memory at a time, between one table and the next. */
const batch = 20_000;

function* batchesOf(posts: Iterable<MadePost>): Generator<MadePost[]> {
  let taken: MadePost[] = [];
  for (const post of posts) {
    taken.push(post);
    if (taken.length < batch) continue;
    yield taken;
    taken = [];
  }
  yield taken;
}

function* mapped<T>(values: Iterable<T>, to: (value: T) => string): Generator<string> {
  for (const value of values) yield to(value);
}

const searchIndex = 'posts_by_words';

export interface ThreadAddress {
  readonly room: string;
  /** base64url. */
  readonly id: string;
}
export interface Filled {
  readonly newest: ThreadAddress;
  /** Threads of a hundred posts, of all times. */
  readonly long: readonly ThreadAddress[];
  /** Threads of all lengths and times. */
  readonly some: readonly ThreadAddress[];
}
/** No more long threads, or of all lengths, than this are read. */
const most = 400;

const addressOf = ({ room, id }: MadeThread): ThreadAddress => ({ room, id: id.toString('base64url') });

/** So many at most, at even distances. */
const picked = (threads: readonly MadeThread[]): ThreadAddress[] => {
  const step = Math.ceil(threads.length / most);
  return threads.filter((_, i) => i % step === 0).map(addressOf);
};

/**
 * Puts so many posts into the place of all that talk's database holds, the last of them now. By COPY: no reader checks a
 * signature, and who replies enters first (replies.ts).
 */
export async function fill(url: string, count: number, now: number): Promise<Filled> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const threads: MadeThread[] = [];
  try {
    await client.query(
      `SET statement_timeout = 0; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`,
    );
    await client.query('TRUNCATE posts, threads, aliases, tallies, pieces, room_stats');
    const { rows } = await client.query<{ text: string }>(
      `SELECT pg_get_indexdef(oid) AS text FROM pg_class WHERE relname = $1`,
      [searchIndex],
    );
    await client.query(`DROP INDEX ${searchIndex}`);
    for (const posts of batchesOf(makePosts(count, now, threads))) {
      await copy(client, 'posts', postColumns, mapped(posts, postLine));
      await copy(client, 'pieces', pieceColumns, mapped(posts, pieceLine));
      await copy(client, 'tallies', tallyColumns, posts.flatMap(tallyLines));
    }
    await copy(client, 'threads', threadColumns, mapped(threads, threadLine));
    await copy(client, 'aliases', aliasColumns, aliasLines(threads));
    await client.query(rows[0]?.text ?? '');
    await client.query(
      'INSERT INTO room_stats SELECT room_id, count(*), max(last_slot) FROM threads GROUP BY room_id',
    );
    for (const table of ['posts', 'threads', 'aliases', 'tallies', 'pieces', 'room_stats'])
      await client.query(`VACUUM ANALYZE ${table}`);
    const newest = threads.at(-1);
    if (!newest) throw new RangeError('no post, no thread');
    const long = threads.filter(({ replies }) => replies === longThread - 1);
    return { newest: addressOf(newest), long: picked(long), some: picked(threads) };
  } finally {
    await client.end();
  }
}
