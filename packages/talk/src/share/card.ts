import type { Card } from '@teahouse/contract/talk';
import { aliasOf, type Label, matching } from '@teahouse/protocol';
import { excerptOf } from '../acts/excerpt.ts';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { isShown } from '../order/standing.ts';
import { isInside } from '../rooms/service.ts';
import { readThread } from '../threads/store.ts';
import type { IssuerView } from '../window/view.ts';
import { bytesOf, textOf } from '../wire.ts';
import { readShared } from './store.ts';
import { houseWords, type Lang, labelWords } from './words.ts';

/** What a link leads to: a thread, or one post in it. */
export interface SharedPlace {
  readonly room: string;
  readonly thread: string;
  readonly post?: string | undefined;
}

/** What was said, before it is put into words. */
interface Said {
  readonly reply: boolean;
  readonly title: string | null;
  /** Null after deletion, and where it is not shown. */
  readonly text: string | null;
  /** Whether others can read it, as far as the house is concerned. */
  readonly shown: boolean;
  readonly lang: Lang | null;
  readonly pseudonym: Uint8Array;
  readonly label: Label;
}

async function readOpening(ctx: TalkContext, { room, thread }: SharedPlace): Promise<Said> {
  const row = await readThread(ctx.pool, room, bytesOf(thread));
  if (!row) throw refuse('unknown-thread');
  const { title, lang, opener: pseudonym, opener_label: label } = row;
  const shown = isShown(row);
  const text = row.deleted || !shown ? null : row.excerpt;
  return { reply: false, title: shown ? title : null, text, shown, lang, pseudonym, label };
}

async function readPost(ctx: TalkContext, place: SharedPlace, post: string): Promise<Said> {
  const row = await readShared(ctx.pool, place.room, bytesOf(place.thread), bytesOf(post));
  if (!row) throw refuse('unknown-post');
  const { lang, pseudonym, label, shown } = row;
  const title = row.untitled ? null : row.title;
  const text = row.text === null ? null : excerptOf(row.text);
  return { reply: row.seq > 0, title, text, shown, lang, pseudonym, label };
}

/** Throws where a thread of this room may not be shown to everybody; a card is for those who have no credential. */
export async function requireShareable(ctx: TalkContext, room: string): Promise<void> {
  // Of what colleagues say there is no card, and not even that there is a thread.
  if (isInside(await ctx.rooms.require(room))) throw refuse('unknown-thread');
}

/**
 * The words of a card, around the quote in `lang` or in the quote's own language. Two statements. Throws
 * `unknown-room`, `unknown-thread`, `unknown-post`.
 */
export async function readCard(ctx: TalkContext, place: SharedPlace, lang?: Lang): Promise<Card> {
  await requireShareable(ctx, place.room);
  const said =
    place.post === undefined ? await readOpening(ctx, place) : await readPost(ctx, place, place.post);
  return cardOf(said, lang ?? languageOf(said), ctx.window.peek());
}

/** The language of what is quoted, where its author did not say: Chinese as soon as there is some. */
function languageOf({ lang, reply, title, text }: Said): Lang {
  const quoted = reply ? text : `${title ?? ''}${text ?? ''}`;
  return lang ?? (/\p{Script=Han}/u.test(quoted ?? '') ? 'zh' : 'en');
}

function cardOf(said: Said, lang: Lang, view: IssuerView | undefined): Card {
  if (said.text === null) {
    const { gone, goneReply } = said.shown ? houseWords[lang] : houseWords[lang].withheld;
    return { lang, title: said.reply ? goneReply : gone[0], text: gone[1], reply: said.reply, speaker: null };
  }
  const nameOf = (kind: 'company' | 'industry', id: string) => {
    const list = kind === 'company' ? view?.directory.companies : view?.directory.industries;
    return list?.find((entry) => entry.id === id)?.name[lang] ?? id;
  };
  const { title, text, reply, label, pseudonym } = said;
  const speaker = {
    name: aliasOf(pseudonym)[lang],
    pseudonym: textOf(pseudonym),
    label: labelWords(label, lang, nameOf),
    verified: label.kind !== 'alias',
    n: countOf(label, view),
  };
  return { lang, title, text, reply, speaker };
}

/** How many credentials of the label's epoch match it; null where talk has no counts of that epoch. */
function countOf(label: Label, view: IssuerView | undefined): number | null {
  const counts = view?.countsOf.get(label.epoch);
  return counts ? matching(label, counts) || null : null;
}
