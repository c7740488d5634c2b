import type { SearchPage, talkRoutes } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import { exactQuery, indexQuery, quote, type Term, termsOf } from '@teahouse/kit/words/query';
import { spansBetween } from '@teahouse/kit/words/spans';
import type { z } from 'zod';
import { refuse } from '../errors.ts';
import { isInside, type OpenRoom } from '../rooms/service.ts';
import { textOf } from '../wire.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { presentFound } from './present.ts';
import { ranked } from './rank.ts';
import { type Asked, findMatches, type Match, readFound, searchLimits } from './store.ts';
import { labelMark, langMark, roomMark } from './vector.ts';

export type Question = z.output<typeof talkRoutes.search.query>;

/** Slots of a day. */
const day = 288;

/**
 * Posts that say what is asked, of one room or of all public ones. Two statements. The newest that match are ranked
 * against each other and shown page by page, then those before them. `now` is a slot. Throws `search-empty`, `invalid-input`.
 */
export async function search(
  db: Queryable,
  question: Question,
  { room, now, distributed }: { room: OpenRoom | undefined; now: number; distributed?: boolean },
): Promise<z.input<typeof SearchPage>> {
  const terms = termsOf(question.q);
  if (terms.length === 0) throw refuse('search-empty');
  const { from, shown } = placeOf(question.before);
  const asked = askedFor(question, terms, { room, now, from });
  const { order, beyond } = split(await findMatches(db, asked, distributed));
  const page = order.slice(shown, shown + talkLimits.resultsPerPage);
  const rows = await readFound(db, page);
  const rowOf = new Map(rows.map((row) => [textOf(row.id), row]));
  const found = page.flatMap(({ id }) => {
    const row = rowOf.get(textOf(id));
    return row ? [presentFound(row, terms)] : [];
  });
  const more = shown + page.length;
  const next =
    more < order.length ? { from: newestOf(order), shown: more } : beyond && { from: beyond, shown: 0 };
  return { found, next: next ? cursorOf(next) : null, capped: beyond !== undefined };
}

function askedFor(
  question: Question,
  terms: readonly Term[],
  { room, now, from }: { room: OpenRoom | undefined; now: number; from: Asked['from'] },
): Asked {
  const since = question.days === undefined ? 0 : Math.max(0, now - question.days * day);
  const marks = [
    ...(room ? [roomMark(room.id)] : []),
    ...(question.lang ? [langMark(question.lang)] : []),
    ...(question.label ? [labelMark(question.label)] : []),
  ];
  const words = indexQuery(terms);
  return {
    inside: room && isInside(room) ? room.id : undefined,
    spans: spansBetween(since, Math.min(now, from.slot)),
    roughly: [...(words === '' ? [] : [words]), ...marks.map(quote)].join(' & '),
    exactly: exactQuery(terms),
    from,
    since,
  };
}

/** What is ranked, and the first that is not any more: there the search goes on. */
function split(matches: readonly Match[]): { order: Match[]; beyond: Match | undefined } {
  const end = matches.findIndex(({ fit }, i) => fit === null || i === searchLimits.ranked);
  const within = end === -1 ? matches : matches.slice(0, end);
  return { order: ranked(within), beyond: end === -1 ? undefined : matches[end] };
}

/** Pages are cut out of the same ranking, whatever is said meanwhile. */
const newestOf = (matches: readonly Match[]): Match =>
  matches.reduce((a, b) =>
    b.slot > a.slot || (b.slot === a.slot && Buffer.compare(b.id, a.id) > 0) ? b : a,
  );
