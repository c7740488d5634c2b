import { talkLimits } from '@teahouse/contract/talk';
import { slotText } from '../wire.ts';

/*
 * A page of a list as one row (decision 0015): thirty rows of twenty columns cost more on their way through the driver than
 * the rest of the page. Ids stand one after the other, of each thread 32 bytes of its own, 48 of who opened it and 32 of
 * their key; all else is a line a thread, with a tab between two cells. Words and labels are JSON, which has neither in it.
 */
const idLength = 32;
const pseudonymLength = 48;
const idsLength = idLength + pseudonymLength + 32;

const json = (column: string) => `to_json(${column})::text`;
const cells = [
  ...['room_id', json('title'), json('excerpt'), `coalesce(${json('lang')}, 'null')`, 'opener_label'],
  ...['replies', 'voices', 'pictures', 'poll::text', 'deleted::text', 'slot', 'last_slot', 'heat'],
  ...['locked::text', 'slow'],
  ...[`CASE WHEN best_agree >= ${talkLimits.highlightFloor} THEN best_agree ELSE 0 END`],
  ...["encode(best, 'hex')", "encode(best_pseudonym, 'hex')", json('best_words')],
];

/** The row for threads in their order; `from` selects them with all their columns, as `t`. */
export const listedIn = (
  from: string,
): string => `SELECT string_agg(t.id || t.opener || t.opener_key, '') AS ids,
  string_agg(concat_ws(E'\\t', ${cells.join(', ')}), E'\\n') AS lines FROM (${from}) AS t`;

export interface ListedRow {
  readonly ids: Buffer | null;
  readonly lines: string | null;
}

/** A thread of a list: what it is sorted by, and a `ThreadSummary` in JSON. */
export interface ListedThread {
  readonly id: Buffer;
  readonly slot: number;
  readonly last_slot: number;
  readonly voices: number;
  readonly heat: number;
  readonly json: string;
}

/** What `listedIn` selected. */
export function readListed({ ids, lines }: ListedRow): ListedThread[] {
  if (!ids || lines === null) return [];
  return lines.split('\n').map((line, i) => listed(ids.subarray(i * idsLength, (i + 1) * idsLength), line));
}

function listed(ids: Buffer, line: string): ListedThread {
  // What is missing at the end is a highlight that there is none of.
  const [room, title, excerpt, lang, label, replies, voices, pictures, poll, deleted, ...rest] =
    line.split('\t');
  const [slot, lastSlot, heat, locked, slow, agree, best = '', speaker = '', words = ''] = rest;
  const text = (from: number, to: number) => ids.toString('base64url', from, to);
  const times = { slot: Number(slot), last_slot: Number(lastSlot) };
  const opener = `{"pseudonym":"${text(idLength, idLength + pseudonymLength)}","label":${label},"publicKey":"${text(idLength + pseudonymLength, idsLength)}"}`;
  const highlight =
    agree === '0'
      ? null
      : `{"post":"${wire(best)}","pseudonym":"${wire(speaker)}","words":${words},"agree":${agree}}`;
  return {
    id: ids.subarray(0, idLength),
    ...times,
    voices: Number(voices),
    heat: Number(heat),
    json: `{"id":"${text(0, idLength)}","room":"${room}","title":${title},"excerpt":${excerpt},"lang":${lang},"opener":${opener},"replies":${replies},"slot":"${slotText(times.slot)}","lastSlot":"${slotText(times.last_slot)}","deleted":${deleted},"voices":${voices},"pictures":${pictures},"poll":${poll},"highlight":${highlight},"order":{"state":"shown","locked":${locked},"slowMinutes":${Number(slow) * talkLimits.slotMinutes}}}`,
  };
}

const wire = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
