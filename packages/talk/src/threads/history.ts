import type { History, SignedAct } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import { type ActBody, actId, decodeHeader, encodeBody, type Label } from '@teahouse/protocol';
import type { z } from 'zod';
import { readAttached, readMentions } from '../acts/attached.ts';
import { refuse } from '../errors.ts';
import { isShown, type StateNumber } from '../order/standing.ts';
import { textOf } from '../wire.ts';
import { presentAlias } from './present.ts';

/** An act as posts and their versions keep it. */
export interface ActRow {
  header: Buffer;
  signature: Buffer;
  salt: Buffer | null;
  title: string | null;
  text: string | null;
  lang: 'zh' | 'en' | null;
  mentions: Buffer | null;
  /** Of the post, whichever of its acts this is. */
  attached: Buffer | null;
}
interface LastActRow extends ActRow {
  pseudonym: Buffer;
  state: StateNumber;
  label: Label;
  public_key: Buffer;
  proof: Buffer;
}

/**
 * Every signed act on a post, oldest first, and the presentation of its alias. Of a post that is not shown there are
 * neither words nor salts, without which the words cannot be guessed. Two statements.
 */
export async function historyOf(
  db: Queryable,
  room: string,
  post: Uint8Array,
): Promise<z.input<typeof History>> {
  const last = await readLastAct(db, room, post);
  if (!last) throw refuse('unknown-post');
  const earlier = await readVersions(db, room, post);
  const alias = presentAlias(last);
  return {
    alias,
    presentation: { ...alias, proof: textOf(last.proof) },
    acts: [...earlier, last].map((row) =>
      presentAct(isShown(last) ? row : { ...row, text: null, salt: null }),
    ),
  };
}

async function readLastAct(db: Queryable, room: string, post: Uint8Array): Promise<LastActRow | undefined> {
  const { rows } = await db.query<LastActRow>({
    name: 'last-act',
    text: `SELECT p.header, p.signature, p.salt, p.title, p.text, p.lang, p.mentions, p.attached, p.state,
             a.pseudonym, a.label, a.public_key, a.proof
           FROM posts p
           JOIN aliases a ON a.room_id = p.room_id AND a.context = p.thread_id AND a.pseudonym = p.pseudonym
           WHERE p.room_id = $1 AND p.id = $2`,
    values: [room, post],
  });
  return rows[0];
}

async function readVersions(db: Queryable, room: string, post: Uint8Array): Promise<ActRow[]> {
  const { rows } = await db.query<ActRow>({
    name: 'versions',
    text: `SELECT v.header, v.signature, v.salt, v.title, v.text, v.lang, v.mentions, p.attached
           FROM post_versions v JOIN posts p ON p.room_id = v.room_id AND p.id = v.post_id
           WHERE v.room_id = $1 AND v.post_id = $2 ORDER BY v.n`,
    values: [room, post],
  });
  return rows;
}

function presentAct(row: ActRow): z.input<typeof SignedAct> {
  const body = bodyOf(row);
  return {
    id: textOf(actId(row.header)),
    header: textOf(row.header),
    body: body && textOf(body),
    salt: row.salt && textOf(row.salt),
    signature: textOf(row.signature),
  };
}

/** The canonical body as it was signed, from its fields: deterministic CBOR leaves no choice. Null when it is erased. */
export function bodyOf(row: ActRow): Uint8Array | null {
  const header = decodeHeader(row.header);
  if (header.type === 'delete') return encodeBody(header, {});
  if (row.text === null) return null;
  const said: ActBody = {
    text: row.text,
    ...(row.title === null ? {} : { title: row.title }),
    // The column is the language of the post; an edit does not say it again.
    ...(row.lang === null || header.type === 'edit' ? {} : { lang: row.lang }),
    ...(row.mentions === null ? {} : { mentions: readMentions(row.mentions) }),
    ...(header.type === 'edit' ? {} : readAttached(row.attached)),
  };
  return encodeBody(header, said);
}
