import { type CompaniesFound, type FoundBy, membersLimits } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { quote } from '@teahouse/kit/words/query';
import { fail } from '../errors.ts';
import { industryMark, nameQuestion } from './question.ts';

interface CompanyRow {
  id: string;
  name_zh: string;
  name_en: string;
  industry: string;
  domains: string[] | null;
  level: number;
  n: number;
}

/** Companies that are put in order. */
const ranked = 400;
const levels: readonly FoundBy[] = ['likeness', 'page', 'part', 'name'];

/** `$1` what must be met, `$2` the whole name, `$3` a part of it, `$4` … the place, `$6` the page's size. */
const text = `WITH found AS MATERIALIZED (
    SELECT c.id, c.name_zh, c.name_en, c.industry,
      CASE WHEN s.names @@ $2::tsquery THEN 3 WHEN s.names @@ $3::tsquery THEN 2 ELSE 0 END AS level
    FROM search_companies s JOIN companies c ON c.id = s.company_id AND c.status = 'approved'
    WHERE s.names @@ $1::tsquery LIMIT ${ranked})
  (SELECT f.*, (SELECT array_agg(d.domain ORDER BY d.domain) FROM company_domains d WHERE d.company_id = f.id) AS domains,
      0 AS n
    FROM found f WHERE $4::int IS NULL OR (-level, id) > (-$4::int, $5)
    ORDER BY level DESC, id LIMIT $6)
  UNION ALL
  (SELECT NULL, NULL, NULL, industry, -1, NULL, count(*)::int FROM found WHERE $4::int IS NULL
    GROUP BY industry ORDER BY count(*) DESC, industry LIMIT ${membersLimits.facetValues})`;

/**
 * Approved companies by name, sound or domain; where none has the words, those with a name like it. One statement, two
 * where the first found nothing. Throws `search-empty`, `invalid-input`.
 */
export async function searchCompanies(
  db: Queryable,
  question: { q: string; industry?: string | undefined; cursor?: string | undefined },
): Promise<CompaniesFound> {
  const named = nameQuestion(question.q);
  const marks = question.industry ? [quote(industryMark(question.industry))] : [];
  if (!named && (question.q.trim() !== '' || marks.length === 0)) throw fail('search-empty');
  const domain = question.q.trim().toLowerCase();
  const isDomain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain);
  const part = isDomain ? quote(`n.${domain}`) : (named?.part ?? '');
  const place = placeOf(question.cursor);
  const ask = async (match: string) => {
    const { rows } = await db.query<CompanyRow>({
      name: 'companies-found',
      text,
      values: [
        [...(match === '' ? [] : [`(${match})`]), ...marks].join(' & '),
        ...[named?.whole ?? '', part, place?.level ?? null, place?.id ?? null, membersLimits.searchPage + 1],
      ],
    });
    return rows;
  };
  let rows = place?.level === 0 && named ? [] : await ask(part);
  if (rows.length === 0 && named && !isDomain && (place === undefined || place.level === 0))
    rows = await ask(named.likeness);
  const companies = rows.filter(({ id }) => id !== null);
  const page = companies.slice(0, membersLimits.searchPage);
  const last = companies.length > page.length ? page.at(-1) : undefined;
  return {
    found: page.map(({ id, name_zh: zh, name_en: en, industry, domains, level }) => ({
      ...{ id, name: { zh, en }, industry, domains: domains ?? [] },
      by: named ? (levels[level] ?? 'part') : 'page',
    })),
    industries: rows.filter(({ id }) => id === null).map(({ industry, n }) => ({ id: industry, count: n })),
    next: last ? `${last.level}.${last.id}` : null,
  };
}

/** Throws `invalid-input`. */
function placeOf(cursor: string | undefined): { level: number; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, level, id = ''] = /^([0-3])\.([a-z0-9-]{1,40})$/.exec(cursor) ?? [];
  if (level === undefined)
    throw fail('invalid-input', { issues: [{ path: 'query.cursor', message: 'not a cursor' }] });
  return { level: Number(level), id };
}
