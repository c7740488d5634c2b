import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { isHub, makeGraph } from './graph.ts';
import { nameOf } from './names.ts';

export interface FilledPeople {
  /** Addresses of pages: of anybody, and of those with thousands of connections. */
  readonly handles: readonly string[];
  readonly hubs: readonly string[];
  /** Connections, each counted once. */
  readonly edges: number;
}

const about = 'Eight years close to the work. I like to make hard things plain. '.repeat(6);
const work = Array.from({ length: 4 }, (_, n) => ({
  ...{ employment: null, company: `Willowbank ${n}`, title: 'Engineer' },
  ...{ from: `${2010 + n}-01`, to: `${2011 + n}-01`, text: about.slice(0, 200) },
}));
/** The parts of everybody's page, as JSON without a backslash, so that COPY takes it as it is. */
const parts: readonly (readonly [string, unknown])[] = [
  ['about', about],
  ['experience', work],
  ['education', [{ school: 'Linjiang University', degree: 'BA', from: 2001, to: 2005 }]],
  ['skills', ['Tea', 'TypeScript', '泡茶', 'SQL', 'Writing']],
  ['languages', [{ code: 'zh', level: 'native' }]],
  ['city', '杭州'],
];

/**
 * Fills members with so many people beside the one who is there already, who becomes one of them, by COPY: no constraint
 * is looked at, and indexes are made at the end.
 */
export async function fillPeople(url: string, reader: string, people: number): Promise<FilledPeople> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const copy = (table: string, lines: Iterable<string>) =>
    pipeline(Readable.from(lines), client.query(copyFrom(`COPY ${table} FROM STDIN`)));
  const ids = Array.from({ length: people }, (_, place) => (place === 0 ? reader : randomUUID()));
  const handleOf = (place: number) => `person-${place}`;
  const graph = makeGraph(people);
  let edges = 0;

  function* accounts() {
    for (let place = 1; place < people; place += 1)
      yield `${ids[place]}\tp${place}@bench.example\tx\t${nameOf(place)}\ten\n`;
  }
  function* profiles() {
    for (let place = 1; place < people; place += 1) yield `${ids[place]}\t${handleOf(place)}\tBrews tea\n`;
  }
  function* sections() {
    for (let place = 1; place < people; place += 1)
      for (const [section, content] of parts)
        yield `${ids[place]}\t${section}\tmembers\t1\t${JSON.stringify(content)}\n`;
  }
  function* connections() {
    for (const [place, others] of graph.entries()) {
      for (const other of others) {
        edges += 1;
        yield `${ids[place]}\t${ids[other]}\t2026-11-01\n${ids[other]}\t${ids[place]}\t2026-11-01\n`;
      }
      others.clear();
    }
  }

  try {
    await client.query(
      `SET statement_timeout = 0; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`,
    );
    await client.query(`ALTER TABLE connections DROP CONSTRAINT connections_pkey,
      DROP CONSTRAINT connections_account_id_fkey, DROP CONSTRAINT connections_other_id_fkey;
      DROP INDEX connections_other`);
    await copy('accounts (id, email, password, name, locale)', accounts());
    await copy('profiles (account_id, handle, headline)', profiles());
    await copy('profile_sections (account_id, section, audience, version, content)', sections());
    await copy('connections', connections());
    // As the migration has it, but that nobody looks through ten million rows whose ends were made just now.
    const refers = (column: string) =>
      `ADD FOREIGN KEY (${column}) REFERENCES accounts ON DELETE CASCADE NOT VALID`;
    await client.query(`ALTER TABLE connections ADD PRIMARY KEY (account_id, other_id),
      ${refers('account_id')}, ${refers('other_id')}`);
    await client.query('CREATE INDEX connections_other ON connections (other_id)');
    for (const table of ['accounts', 'profiles', 'profile_sections', 'connections'])
      await client.query(`VACUUM ANALYZE ${table}`);
    const places = ids.map((_, place) => place).slice(1);
    return { handles: places.map(handleOf), hubs: places.filter(isHub).map(handleOf), edges };
  } finally {
    await client.end();
  }
}
