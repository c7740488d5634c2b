import { type FoundBy, membersLimits, type PeopleFacets, type PeopleFound } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { quote } from '@teahouse/kit/words/query';
import { fail } from '../errors.ts';
import { presentCard, type Reader } from '../people/cards.ts';
import {
  countPeople,
  type FacetRow,
  findPeople,
  type PeopleAsked,
  type PeoplePlace,
} from './people-store.ts';
import { cityMark, companyMark, industryMark, nameQuestion } from './question.ts';

export interface Question {
  q: string;
  city?: string | undefined;
  company?: string | undefined;
  industry?: string | undefined;
  degree?: 1 | 2 | undefined;
}

/** What is asked of whole words, and what of likenesses where those find nothing; no likeness of no word. */
function readQuestion(question: Question): { words: PeopleAsked; likeness: PeopleAsked | undefined } {
  const { q, city, company, industry, degree } = question;
  const named = nameQuestion(q);
  const marks = [
    ...(city ? [quote(cityMark(city))] : []),
    ...(company ? [quote(companyMark(company))] : []),
    ...(industry ? [quote(industryMark(industry))] : []),
  ];
  if (!named && (q.trim() !== '' || (marks.length === 0 && degree === undefined))) throw fail('search-empty');
  const page = named ? [`(${named.page})`] : [];
  // Of degree alone nothing is asked of the index: everybody is of one of the sixteen parts.
  const match = [...page, ...marks].join(' & ') || everybody;
  const names = { whole: named?.whole ?? '', part: named?.part ?? '' };
  return {
    words: { match, ...names, likeness: false, degree },
    likeness: named && {
      match: [`(${named.likeness})`, ...marks].join(' & '),
      ...names,
      likeness: true,
      degree,
    },
  };
}

const everybody = `(${[...'0123456789abcdef'].map((digit) => quote(`~b.${digit}`)).join(' | ')})`;

const levels: readonly FoundBy[] = ['likeness', 'page', 'part', 'name'];
const cursorOf = ({ level, step, id }: PeoplePlace) => `${level}.${step}.${id}`;

/** Throws `invalid-input`. */
function placeOf(cursor: string | undefined): PeoplePlace | undefined {
  if (cursor === undefined) return undefined;
  const [, level, step, id = ''] = /^([0-3])\.([0-3])\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (level === undefined)
    throw fail('invalid-input', { issues: [{ path: 'query.cursor', message: 'not a cursor' }] });
  return { level: Number(level), step: Number(step), id };
}

/**
 * Members who fit a question, as far as the reader may know it; where no word of it is anywhere, those whose names are
 * like it. One statement, two where the first found nothing. Throws `search-empty`, `invalid-input`.
 */
export async function searchPeople(
  db: Queryable,
  reader: Reader,
  question: Question & { cursor?: string | undefined },
): Promise<PeopleFound> {
  const { words, likeness } = readQuestion(question);
  const after = placeOf(question.cursor);
  const most = membersLimits.searchPage;
  let rows = after?.level === 0 ? [] : await findPeople(db, reader, words, after, most);
  const isLiked = after === undefined || after.level === 0;
  if (rows.length === 0 && isLiked && likeness) rows = await findPeople(db, reader, likeness, after, most);
  const page = rows.slice(0, most);
  const last = rows.length > most ? page.at(-1) : undefined;
  return {
    found: page.map((row) => ({ member: presentCard(row), by: levels[row.level] ?? 'page' })),
    next: last ? cursorOf(last) : null,
  };
}

/** How many there are of each kind. One statement, or two, as above. Throws `search-empty`. */
export async function countFacets(db: Queryable, reader: Reader, question: Question): Promise<PeopleFacets> {
  const { words, likeness } = readQuestion(question);
  let rows = await countPeople(db, reader, words);
  if (totalOf(rows) === 0 && likeness) rows = await countPeople(db, reader, likeness);
  const of = (kind: FacetRow['kind']) => rows.filter((row) => row.kind === kind);
  const total = totalOf(rows);
  return {
    total: Math.min(total, membersLimits.facetCounted),
    capped: total >= membersLimits.facetCounted,
    degrees: of('degree')
      .map(({ key, n }) => ({ degree: key === '1' ? (1 as const) : (2 as const), count: n }))
      .sort((a, b) => a.degree - b.degree),
    companies: of('company').map(({ key, name_zh: zh, name_en: en, n }) => ({
      id: key ?? '',
      name: { zh: zh ?? '', en: en ?? '' },
      count: n,
    })),
    industries: of('industry').map(({ key, n }) => ({ id: key ?? '', count: n })),
    cities: of('city').map(({ key, n }) => ({ city: key ?? '', count: n })),
  };
}

const totalOf = (rows: readonly FacetRow[]) => rows.find(({ kind }) => kind === 'total')?.n ?? 0;
