import path from 'node:path';
import { startEmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import { type Cost, costBeside, threadQuestion } from '../beside.ts';
import { costFigures } from '../cost-figures.ts';
import { atMost, type Figure, told } from '../figures.ts';
import { openHouse } from '../house.ts';
import type { Ask } from '../load.ts';
import { COUNTED, prepareCount } from '../statements.ts';
import { type MadeTown, makeTown } from '../town.ts';
import { freshPaths, samePath, threadPath } from './asks.ts';
import { type Filled, fill } from './fill.ts';
import { prepareFirstActs } from './first-acts.ts';
import { prepareReplies, type ReplyGround } from './replies.ts';
import { commonWord, rareWord, seldomWord } from './words.ts';

/** What growth is measured from. */
export const FEW = 10_000;
const slotMs = 5 * 60_000;

const search = (q: string) => `/api/talk/search?q=${encodeURIComponent(q)}`;
const square = '/api/talk/rooms/square/threads';
const all = '/api/talk/threads';

/** What a case is asked of. */
interface Stage {
  readonly filled: Filled;
  readonly replies: ReplyGround;
  readonly speakers: MadeTown['speakers'];
}
type Asks = () => Ask | undefined;

interface Case {
  /** What is sent, made ready before anything is measured. */
  readonly asks: (stage: Stage) => Asks | Promise<Asks>;
  /** Requests of one round at most, where they cannot be sent twice. */
  readonly most?: number;
  /** Times the CPU of a bare server with one query. */
  readonly ratio?: number;
  /** Statements of a write; a read has three. */
  readonly sql?: number;
  /** Times that of ten thousand posts. */
  readonly growth: number;
  readonly note: string;
}

const same = (path: string) => () => samePath(path);
/** Talk cannot answer from what it made a moment ago. */
const fresh = (path: string) => () => freshPaths([path]);

/** So many fit into a round of the time that other cases take. */
const repliesPerRound = 400;
const firstActsPerRound = 120;
/** One round to warm up, three that count and two at other connections; the first answer, and those that are counted. */
const inAll = (perRound: number) => 6 * perRound + COUNTED + 2;

const cases: Readonly<Record<string, Case>> = {
  'room-list': { asks: fresh(square), ratio: 3, growth: 1.3, note: '30 threads by activity' },
  'room-list-cached': { asks: same(square), growth: 1.3, note: 'the same, asked by a crowd' },
  'thread-100': {
    asks: ({ filled }) => freshPaths(filled.long.map(threadPath)),
    ...{ ratio: 4, growth: 1.3, note: 'a page of a hundred posts, each request another thread' },
  },
  'thread-100-cached': {
    asks: ({ filled }) => samePath(threadPath(filled.long.at(-1) ?? filled.newest)),
    ...{ growth: 1.3, note: 'one such page, asked by a crowd' },
  },
  reply: {
    asks: ({ filled, replies }) => prepareReplies(replies, filled.long, inAll(repliesPerRound)),
    ...{ most: repliesPerRound, ratio: 20, sql: 8, growth: 1.3 },
    note: 'signed and paid, under an existing alias',
  },
  'first-act': {
    asks: ({ filled, replies, speakers }) =>
      prepareFirstActs(replies, speakers, filled.some, inAll(firstActsPerRound)),
    ...{ most: firstActsPerRound, sql: 8, growth: 1.3 },
    note: 'a first reply in a thread, its presentation verified',
  },
  hot: { asks: fresh(`${all}?sort=hot`), growth: 1.3, note: '30 hottest of all rooms' },
  new: { asks: fresh(`${all}?sort=new`), growth: 1.3, note: '30 newest of all rooms' },
  'search-common': {
    asks: same(search(commonWord)),
    ...{ ratio: 25, growth: 3, note: 'a word of every fifth post' },
  },
  'search-seldom': {
    asks: same(search(seldomWord)),
    ...{ growth: 3, note: 'a phrase of every two-hundredth post' },
  },
  'search-rare': { asks: same(search(rareWord)), growth: 3, note: 'a word of twenty posts' },
  'search-two': { asks: same(search(`${commonWord} 仲裁`)), growth: 3, note: 'two words' },
  'search-room': {
    asks: same(`${search(commonWord)}&room=pay&lang=zh&label=company`),
    ...{ growth: 3, note: 'three filters' },
  },
};

/**
 * Lists, pages, replies and search with ten thousand posts and with many, made by COPY into a town that then runs as
 * `npm start` runs it. The figure is the ratio to a bare server of the same run; growth is how that ratio grows, where it is
 * more than ten thousand. `only`: the names of some cases.
 */
export async function measureMany(
  data: string,
  posts: number,
  say: (words: string) => void,
  only?: readonly string[],
): Promise<Figure[]> {
  const chosen = Object.entries(cases).filter(([name]) => only?.includes(name) ?? true);
  if (chosen.length === 0) return [];
  say('making a town');
  const { speakers } = await makeTown(data);
  const ground = { data, say, chosen, speakers };
  const few = await measureWith(FEW, ground);
  const many = posts === FEW ? few : await measureWith(posts, ground);
  return chosen.flatMap(([name, one]) => figuresOf(name, one, few[name] as Cost, many[name] as Cost, posts));
}

/** The same cases, asked of one process of talk and of several: how many more requests a second these answer. */
export async function measureProcesses(
  data: string,
  processes: number,
  say: (words: string) => void,
  only: readonly string[] = ['thread-100', 'reply', 'first-act'],
): Promise<Figure[]> {
  const chosen = Object.entries(cases).filter(([name]) => only.includes(name));
  say('making a town');
  const { speakers } = await makeTown(data);
  const ground = { data, say, chosen, speakers };
  const one = await measureWith(FEW, ground);
  const several = await measureWith(FEW, { ...ground, processes });
  return chosen.flatMap(([name]) => {
    const [alone, together] = [one[name] as Cost, several[name] as Cost];
    return together.paces.flatMap(({ connections, rps }, i) => {
      const before = alone.paces[i]?.rps ?? Number.NaN;
      const words = `${connections} connections; ${Math.round(before)} a second of one process, ${Math.round(rps)} of ${processes}, the load from the same machine`;
      const figure = `bench.processes-${processes}.${name}.at-${connections}.rps-gain`;
      return connections === 1 ? [] : [told(figure, rps / before, 'x', words)];
    });
  });
}

interface Ground {
  readonly data: string;
  readonly say: (words: string) => void;
  readonly chosen: readonly (readonly [string, Case])[];
  readonly speakers: MadeTown['speakers'];
  /** Of talk; one where it is not said. */
  readonly processes?: number;
}

async function measureWith(
  posts: number,
  { data, say, chosen, speakers, processes = 1 }: Ground,
): Promise<Record<string, Cost>> {
  say(`writing ${posts} posts`);
  const talk = path.join(data, 'talk');
  const dir = path.join(talk, 'database');
  const cluster = await startEmbeddedPostgres({ dir, name: 'talk', conf: { max_wal_size: '4GB' } });
  const filled = await fill(cluster.url, posts, Math.floor(Date.now() / slotMs))
    .then(async (made) => {
      await prepareCount(dir);
      return made;
    })
    .finally(() => cluster.stop());
  const house = await openHouse(data, { TEAHOUSE_TALK_PROCESSES: String(processes) });
  const costs: Record<string, Cost> = {};
  const question = threadQuestion(filled.newest);
  const plane = { name: 'talk', house: house.pid, data, question, processes } as const;
  const secrets = path.join(talk, 'secrets');
  const socketPath = path.join(talk, 'run', 'plane.sock');
  const replies = {
    socketPath,
    secrets,
    databaseUrl: `postgresql://talk@/talk?host=${path.join(dir, 'run')}`,
  };
  try {
    for (const [name, one] of chosen) {
      say(`asking for ${name} of ${posts} posts, beside a bare server`);
      costs[name] = await costBeside(plane, await one.asks({ filled, replies, speakers }), one);
      say(`${name}: ${costs[name].ratio.toFixed(2)} x, ${costs[name].cpuMs.toFixed(2)} ms`);
    }
  } finally {
    await house.stop();
  }
  return costs;
}

function figuresOf(
  name: string,
  { ratio, sql = 3, growth, note }: Case,
  few: Cost,
  many: Cost,
  posts: number,
): Figure[] {
  const figures = costFigures(name, many, { limits: { ratio, sql }, note, of: `${posts} posts` });
  if (many === few) return figures;
  const words = `from ${FEW} posts: ${few.ratio.toFixed(2)} to ${many.ratio.toFixed(2)}`;
  return [...figures, atMost(`bench.growth.${name}`, many.ratio / few.ratio, 'x', growth, words)];
}
