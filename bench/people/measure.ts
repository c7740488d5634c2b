import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newMembers, type Person, startTeahouse } from '@teahouse/testbed';
import { costBeside } from '../beside.ts';
import { withClusters } from '../clusters.ts';
import { costFigures } from '../cost-figures.ts';
import type { Figure } from '../figures.ts';
import { openHouse } from '../house.ts';
import type { Ask } from '../load.ts';
import { signIn } from '../sign-in.ts';
import { prepareCount } from '../statements.ts';
import { BOARD, boardSql, measureBoard } from './board.ts';
import { fillFeeds } from './feed.ts';
import { type FilledPeople, fillPeople } from './fill.ts';
import { nameOf } from './names.ts';
import { passwordShare } from './password-share.ts';

const company = {
  ...{ name: { zh: '星河网络', en: 'Starriver' }, industry: 'internet', domain: 'starriver.example' },
};

interface MadePeople {
  readonly reader: Person;
  readonly filled: FilledPeople;
  /** With a board. */
  readonly job: string;
}

/** Makes a town with one member, who reads, and fills it with the others; nothing runs any more afterwards. */
async function makePeople(data: string, people: number): Promise<MadePeople> {
  return withClusters(data, async (databases) => {
    const town = await startTeahouse({ data, databases, honestPasswords: true });
    const [reader] = await newMembers(town, [{ name: 'Reader', company }]).finally(() => town.stop());
    if (!reader) throw new RangeError('nobody reads');
    const { rows } = await query(databases.members, 'SELECT id FROM accounts');
    const filled = await fillPeople(databases.members, String(rows[0]?.id), people);
    // What was made by COPY gets its words, as after an upgrade.
    const again = await startTeahouse({ data, databases });
    await again.members.startJobs();
    await again.members.idle();
    await again.stop();
    await query(databases.members, 'VACUUM ANALYZE search_people');
    await fillFeeds(databases.members);
    const [job] = (await query(databases.members, boardSql(String(rows[0]?.id)))).rows;
    await query(databases.members, 'ANALYZE applications');
    await prepareCount(path.join(data, 'members', 'database'));
    return { reader, filled, job: String(job?.id) };
  });
}

/** What `makePeople` made, of the folder where an earlier run left it, else made now. */
async function keptPeople(data: string, people: number): Promise<MadePeople> {
  const file = path.join(data, `people-${people}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const made = await makePeople(data, people);
  writeFileSync(file, JSON.stringify(made));
  return made;
}

async function query(url: string, text: string): Promise<{ rows: Record<string, unknown>[] }> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(text).finally(() => client.end());
}

/** Pages one after the other, each another one. */
function pages(handles: readonly string[], cookie: string): () => Ask {
  let asked = 0;
  return () => {
    // A prime apart, so that neighbours in a circle do not follow each other.
    const handle = handles[(asked * 7919) % handles.length] ?? '';
    asked += 1;
    return { path: `/api/members/people/${handle}`, cookie };
  };
}

/** Names one after the other, as they are written and as they sound. */
function questions(path: string, cookie: string, people: number): () => Ask {
  let asked = 0;
  return () => {
    asked += 1;
    const name = nameOf((asked * 31) % people);
    const q = asked % 5 === 0 ? (sounds[asked % sounds.length] ?? '') : name;
    return { path: `${path}?q=${encodeURIComponent(q)}`, cookie };
  };
}
const sounds = ['wangwei', 'li ming', 'zhangjing', 'chen jie', 'lin hao ran'];

interface Case {
  readonly limit: number | undefined;
  readonly note: string;
  /** Statements of a write; a read has three. */
  readonly sql?: number;
  readonly beside?: readonly number[];
}
const cases = {
  profile: { limit: 8, note: 'a page with degree and mutuals, each request another member' },
  'profile-hub': { limit: undefined, note: 'the same, of members with six thousand connections' },
  suggestions: { limit: undefined, note: 'people one may know' },
  'people-search': {
    limit: 15,
    note: 'by name in characters, pinyin and Latin letters, each request another',
  },
  feed: { limit: 4, note: 'twenty posts of a feed, ranked' },
  'feed-newest': { limit: 4, note: 'the same, by day' },
  notices: { limit: undefined, note: 'how many notices are new' },
  // Of 256 at once most would be told to come again: passwords wait in a short queue.
  'sign-in': { limit: undefined, note: 'signing in with a password', sql: 8, beside: [1] },
} satisfies Record<string, Case>;

/**
 * What a profile costs among so many members, made by COPY into a town that then runs as `npm start` runs it. The figure
 * is the ratio to a bare server with one query of the same run, and the CPU time of a view.
 */
export async function measurePeople(
  data: string,
  people: number,
  say: (words: string) => void,
  wanted?: readonly string[],
): Promise<Figure[]> {
  const asked = [...Object.keys(cases), 'board'].filter((name) => wanted?.includes(name) ?? true);
  if (asked.length === 0) return [];
  say(`making ${people} people`);
  const { reader, filled, job } = await keptPeople(data, people);
  say(`${filled.edges} connections; starting the house`);
  const house = await openHouse(data, {
    TEAHOUSE_MEMBERS_SEARCHES_PER_HOUR: '1000000000',
    TEAHOUSE_MEMBERS_PAGES_PER_HOUR: '1000000000',
  });
  try {
    const cookie = await signIn(house.origin, reader);
    const plane = {
      name: 'members' as const,
      ...{ house: house.pid, data },
      question: { text: 'SELECT headline FROM profiles WHERE handle = $1', values: ['person-1'] },
    };
    const asks: Record<keyof typeof cases, () => Ask> = {
      profile: pages(filled.handles, cookie),
      'profile-hub': pages(filled.hubs, cookie),
      suggestions: () => ({ path: '/api/members/network/suggestions', cookie }),
      'people-search': questions('/api/members/search/people', cookie, people),
      feed: () => ({ path: '/api/members/feed', cookie }),
      'feed-newest': () => ({ path: '/api/members/feed?order=newest', cookie }),
      notices: () => ({ path: '/api/members/notices/unseen', cookie }),
      'sign-in': () => ({
        path: '/api/members/session',
        body: JSON.stringify({ email: reader.email, password: reader.password }),
      }),
    };
    const figures: Figure[] = [];
    for (const name of Object.keys(cases) as (keyof typeof cases)[]) {
      if (!asked.includes(name)) continue;
      const one: Case = cases[name];
      say(`${name}, beside a bare server`);
      const cost = await costBeside(plane, asks[name], one);
      say(`${name}: ${cost.ratio.toFixed(2)} x, ${cost.cpuMs.toFixed(2)} ms`);
      const { limit, note, sql = 3 } = one;
      const limits = { ratio: limit, cpuMs: 30, sql };
      figures.push(
        ...costFigures(name, cost, { limits, note, of: `${people} members, ${filled.edges} connections` }),
      );
      if (name === 'sign-in') figures.push(await passwordShare(data, reader.email, cost.cpuMs));
    }
    if (asked.includes('board')) {
      say(`a board of ${BOARD} applications, in a browser`);
      figures.push(...(await measureBoard({ origin: house.origin, cookie, job })));
    }
    return figures;
  } finally {
    await house.stop();
  }
}
