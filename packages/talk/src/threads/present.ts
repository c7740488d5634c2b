import type { Alias, Post, ThreadSummary } from '@teahouse/contract/talk';
import { slotText, textOf } from '../wire.ts';
import type { AliasRow, PostRow, ThreadRow } from './store.ts';

export function presentThread(row: ThreadRow): ThreadSummary {
  return {
    id: textOf(row.id),
    room: row.room_id,
    title: row.title,
    excerpt: row.excerpt,
    lang: row.lang,
    opener: presentAlias({ pseudonym: row.opener, label: row.opener_label, public_key: row.opener_key }),
    replies: row.replies,
    slot: slotText(row.slot),
    lastSlot: slotText(row.last_slot),
    deleted: row.deleted,
  };
}

export function presentAlias(row: AliasRow): Alias {
  return { pseudonym: textOf(row.pseudonym), label: row.label, publicKey: textOf(row.public_key) };
}

/** A post of `thread`; the first one shows the thread's title, also where an edit left it as it was. */
export function presentPost(row: PostRow, thread: Pick<ThreadRow, 'title'>): Post {
  return {
    id: textOf(row.id),
    parent: row.parent && textOf(row.parent),
    seq: row.seq,
    pseudonym: textOf(row.pseudonym),
    body: row.text === null ? null : presentBody(row.seq === 0 ? thread.title : null, row.text, row.lang),
    slot: slotText(row.slot),
    edits: row.edits,
    deleted: row.deleted,
    lastAct: textOf(row.last_act),
  };
}

function presentBody(title: string | null, text: string, lang: PostRow['lang']): NonNullable<Post['body']> {
  return { ...(title === null ? {} : { title }), text, ...(lang === null ? {} : { lang }) };
}
