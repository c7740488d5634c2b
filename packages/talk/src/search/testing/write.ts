import { randomBytes } from 'node:crypto';
import type { Queryable } from '@teahouse/kit/pool';
import { heatSql } from '../../threads/heat.ts';
import { slotNumber } from '../../wire.ts';
import { vectorOf } from '../vector.ts';

export interface Written {
  readonly text: string;
  readonly title?: string;
  readonly room?: string;
  readonly lang?: 'zh' | 'en';
  readonly slot?: number;
  readonly kind?: 'company' | 'industry' | 'professional' | 'alias';
  /** As if it was written before there was a search. */
  readonly bare?: boolean;
  readonly inside?: boolean;
  readonly voices?: number;
}

/**
 * Puts threads of one post into the tables as an accepted act would: for tests of many posts, whose proofs nobody reads.
 * Returns their ids.
 */
export async function writePosts(db: Queryable, now: Date, posts: readonly Written[]): Promise<Buffer[]> {
  const rows = posts.map((post) => rowOf(post, slotNumber(now)));
  const json = [JSON.stringify(rows)];
  const from = `FROM jsonb_to_recordset($1::jsonb) AS x (room text, id text, title text, text text, lang text, slot integer,
    pseudonym text, label jsonb, words text, inside boolean, voices integer)`;
  const bytes = (column: string) => `decode(x.${column}, 'hex')`;
  const empty = `decode('', 'hex')`;
  const key = `decode(repeat('00', 32), 'hex')`;
  await db.query(
    `INSERT INTO threads (room_id, id, title, excerpt, lang, opener, opener_label, opener_key, replies, slot, last_slot,
       deleted, inside, voices, heat, pictures, poll, best_agree, state, locked, slow)
     SELECT x.room, ${bytes('id')}, x.title, '', x.lang, ${bytes('pseudonym')}, x.label, ${key}, 0, x.slot, x.slot, false,
       x.inside, x.voices, ${heatSql('x.slot', 'x.voices')}, 0, false, 0, 0, false, 0 ${from}`,
    json,
  );
  await db.query(
    `INSERT INTO aliases (room_id, context, pseudonym, label, public_key, proof, inside)
     SELECT x.room, ${bytes('id')}, ${bytes('pseudonym')}, x.label, ${key}, ${empty}, x.inside ${from}`,
    json,
  );
  await db.query(
    `INSERT INTO posts (room_id, thread_id, id, seq, pseudonym, slot, edits, deleted, last_act, header, signature, salt,
       title, text, lang, inside, words, state, blurred)
     SELECT x.room, ${bytes('id')}, ${bytes('id')}, 0, ${bytes('pseudonym')}, x.slot, 0, false, ${bytes('id')}, ${empty},
       ${empty}, ${empty}, x.title, x.text, x.lang, x.inside, x.words::tsvector, 0, false ${from}`,
    json,
  );
  return rows.map(({ id }) => Buffer.from(id, 'hex'));
}

function rowOf(post: Written, now: number) {
  const { text, title = 'Untitled', room = 'square', lang = null, slot = now, kind = 'alias' } = post;
  const words = post.bare ? null : vectorOf({ title, text }, { room, slot, lang, label: kind });
  const label = {
    kind,
    epoch: '2026-11',
    ...(kind === 'company' && { company: 'xinghe', standing: 'current' }),
  };
  const key = { id: randomBytes(32).toString('hex'), pseudonym: randomBytes(48).toString('hex') };
  const { inside = false, voices = 1 } = post;
  return { ...key, room, title, text, lang, slot, label, words, inside, voices };
}
