import { type Alias, type Post, type ThreadSummary, talkLimits } from '@teahouse/contract/talk';
import type { Picture } from '@teahouse/protocol';
import { readAttached, readMentions } from '../acts/attached.ts';
import { isShown, stateName } from '../order/standing.ts';
import { presentTally } from '../votes/present.ts';
import { slotText, textOf } from '../wire.ts';
import type { AliasRow, PostRow, ThreadRow } from './store.ts';

/** Of a thread whose first post is not shown there are no words, only how it stands. */
export function presentThread(row: ThreadRow): ThreadSummary {
  const shown = isShown(row);
  return {
    id: textOf(row.id),
    room: row.room_id,
    title: shown ? row.title : '',
    excerpt: shown ? row.excerpt : '',
    lang: row.lang,
    opener: presentAlias({ pseudonym: row.opener, label: row.opener_label, public_key: row.opener_key }),
    replies: row.replies,
    slot: slotText(row.slot),
    lastSlot: slotText(row.last_slot),
    deleted: row.deleted,
    voices: row.voices,
    pictures: shown ? row.pictures : 0,
    poll: shown && row.poll,
    highlight: presentHighlight(row),
    order: {
      state: stateName(row.state),
      locked: row.locked,
      slowMinutes: row.slow * talkLimits.slotMinutes,
    },
  };
}

function presentHighlight({
  best,
  best_pseudonym,
  best_words,
  best_agree,
}: ThreadRow): ThreadSummary['highlight'] {
  if (!best || !best_pseudonym || best_words === null || best_agree < talkLimits.highlightFloor) return null;
  return { post: textOf(best), pseudonym: textOf(best_pseudonym), words: best_words, agree: best_agree };
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
    body:
      row.text === null || !isShown(row)
        ? null
        : presentBody(row.seq === 0 ? thread.title : null, row.text, row),
    tally: presentTally(row),
    slot: slotText(row.slot),
    edits: row.edits,
    deleted: row.deleted,
    order: { state: stateName(row.state), caution: row.caution, blurred: row.blurred },
    lastAct: textOf(row.last_act),
  };
}

function presentBody(title: string | null, text: string, row: PostRow): NonNullable<Post['body']> {
  const { pictures, poll } = readAttached(row.attached);
  const mentions = readMentions(row.mentions).map(textOf);
  return {
    ...(title === null ? {} : { title }),
    text,
    ...(row.lang === null ? {} : { lang: row.lang }),
    ...(mentions.length > 0 && { mentions }),
    ...(pictures && { pictures: pictures.map(presentPicture) }),
    ...(poll && { poll: { ...poll, options: [...poll.options] } }),
  };
}

const presentPicture = ({ hash, width, height, alt }: Picture) => ({
  hash: textOf(hash),
  width,
  height,
  ...(alt === undefined ? {} : { alt }),
});
