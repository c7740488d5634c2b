import { type Pool, type Queryable, withTransaction } from '@teahouse/kit/pool';
import { quote } from '@teahouse/kit/words/query';
import * as store from './index-store.ts';
import { wordsOfMember } from './member-words.ts';
import { nameLexemes } from './name-words.ts';
import { indexPosts, listPostsMissing } from './posts.ts';
import { industryMark } from './question.ts';

/** Members or posts of one transaction, and transactions of one round of upkeep. */
const batch = 200;
const batches = 25;

/**
 * Makes members findable by what they are and say now. Whoever writes a name, a page or an employment calls it in the
 * same transaction, after that; three statements.
 */
export async function indexMembers(tx: Queryable, accounts: readonly string[], today: string): Promise<void> {
  await store.lockMembers(tx, accounts);
  await indexLocked(tx, accounts, today);
}

/** The same where the caller holds the locks of these members' profiles; two statements. */
export async function indexLocked(tx: Queryable, accounts: readonly string[], today: string): Promise<void> {
  const rows = await store.readMembers(tx, accounts, today);
  if (rows.length > 0) await store.upsertPeople(tx, rows.map(wordsOfMember));
}

/** Makes companies findable by their names and domains. */
export async function indexCompanies(tx: Queryable, rows: readonly store.CompanyToIndex[]): Promise<void> {
  await store.upsertCompanies(
    tx,
    rows.map(({ id, name_zh: zh, name_en: en, industry, domains }) => {
      const own = (domains ?? []).flatMap((domain) => [domain, domain.split('.')[0] ?? '']);
      const lexemes = [zh, en].flatMap(nameLexemes);
      const all = [...lexemes, ...own.map((name) => `n.${name}`), industryMark(industry)];
      return { id, names: [...new Set(all)].map(quote).join(' ') };
    }),
  );
}

/** Members whose card shows another employer since a day is over: some thousands of them at most. */
export async function indexStale(pool: Pool, today: string): Promise<void> {
  for (let i = 0; i < batches; i += 1) {
    const found = await indexBatch(
      pool,
      (tx) => store.listStale(tx, today, batch),
      (tx, accounts) => indexMembers(tx, accounts, today),
    );
    if (found.length < batch) return;
  }
}

/**
 * What was written before there was a search, or past the application; goes on until all is done or `isOver`. Several
 * processes may do it at once.
 */
export async function indexMissing(
  pool: Pool,
  today: string,
  isOver: () => boolean = () => false,
): Promise<void> {
  await withTransaction(pool, async (tx) => {
    const companies = await store.listCompaniesMissing(tx, 10_000);
    if (companies.length > 0) await indexCompanies(tx, companies);
  });
  const kinds = [
    { list: listPostsMissing, index: indexPosts },
    {
      list: store.listMissing,
      index: (tx: Queryable, accounts: string[]) => indexMembers(tx, accounts, today),
    },
  ];
  for (const { list, index } of kinds) {
    let last: string | undefined;
    let found: string[];
    do {
      found = await indexBatch(pool, (tx) => list(tx, last, batch), index);
      last = found.at(-1);
    } while (found.length === batch && !isOver());
  }
}

function indexBatch(
  pool: Pool,
  list: (tx: Queryable) => Promise<string[]>,
  index: (tx: Queryable, ids: string[]) => Promise<void>,
): Promise<string[]> {
  return withTransaction(pool, async (tx) => {
    const ids = await list(tx);
    if (ids.length > 0) await index(tx, ids);
    return ids;
  });
}
