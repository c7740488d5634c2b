import path from 'node:path';
import { startEmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import { type Cost, costBeside, threadQuestion } from '../beside.ts';
import { atMost, type Figure, told } from '../figures.ts';
import { openHouse } from '../house.ts';
import type { Ask } from '../load.ts';
import { makeTown } from '../town.ts';
import { freshPaths, samePath, threadPath } from './asks.ts';
import { type Filled, fill } from './fill.ts';
import { prepareReplies, type ReplyGround } from './replies.ts';
import { commonWord, rareWord, seldomWord } from './words.ts';

const CONNECTIONS = 32;
/** What growth is measured from. */
const FEW = 10_000;
const slotMs = 5 * 60_000;

const search = (q: string) => `/api/talk/search?q=${encodeURIComponent(q)}`;
const square = '/api/talk/rooms/square/threads';
const all = '/api/talk/threads';

/** What a case is asked of. */
interface Stage {
  readonly filled: Filled;
  readonly replies: ReplyGround;
}
type Asks = () => Ask | undefined;

interface Case {
  /** What is sent, made ready before anything is measured. */
  readonly asks: (stage: Stage) => Asks | Promise<Asks>;
  /** Requests of one round at most, where they cannot be sent twice. */
  readonly most?: number;
  /** Times the CPU of a bare server with one query. */
  readonly ratio?: number;
  /** Times that of ten thousand posts. */
  readonly growth: number;
  readonly note: string;
}

const same = (path: string) => () => samePath(path);
/** Talk cannot answer from what it made a moment ago. */
const fresh = (path: string) => () => freshPaths([path]);

/** So many fit into a round of the time that other cases take. */
const repliesPerRound = 400;
/** One to warm up, three that count, and the first answer. */
const repliesInAll = 4 * repliesPerRound + 1;

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
    asks: ({ filled, replies }) => prepareReplies(replies, filled.long, repliesInAll),
    ...{ most: repliesPerRound, ratio: 20, growth: 1.3, note: 'signed and paid, under an existing alias' },
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
 * `npm start` runs it. The figure is the ratio to a bare server of the same run; growth is how that ratio grows. `only`: the
 * names of some cases.
 */
export async function measureMany(
  data: string,
  posts: number,
  say: (words: string) => void,
  only?: readonly string[],
): Promise<Figure[]> {
  say('making a town');
  await makeTown(data);
  const chosen = Object.entries(cases).filter(([name]) => only?.includes(name) ?? true);
  const few = await measureWith(data, FEW, say, chosen);
  const many = await measureWith(data, posts, say, chosen);
  return chosen.flatMap(([name, one]) => figuresOf(name, one, few[name] as Cost, many[name] as Cost, posts));
}

async function measureWith(
  data: string,
  posts: number,
  say: (words: string) => void,
  chosen: readonly (readonly [string, Case])[],
): Promise<Record<string, Cost>> {
  say(`writing ${posts} posts`);
  const talk = path.join(data, 'talk');
  const dir = path.join(talk, 'database');
  const cluster = await startEmbeddedPostgres({ dir, name: 'talk', conf: { max_wal_size: '4GB' } });
  const filled = await fill(cluster.url, posts, Math.floor(Date.now() / slotMs)).finally(() =>
    cluster.stop(),
  );
  const house = await openHouse(data);
  const costs: Record<string, Cost> = {};
  const question = threadQuestion(filled.newest);
  const plane = { name: 'talk', house: house.pid, data, question, connections: CONNECTIONS } as const;
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
      costs[name] = await costBeside(plane, await one.asks({ filled, replies }), one);
      say(`${name}: ${costs[name].ratio.toFixed(2)} x, ${costs[name].cpuMs.toFixed(2)} ms`);
    }
  } finally {
    await house.stop();
  }
  return costs;
}

function figuresOf(
  name: string,
  { ratio: most, growth, note }: Case,
  few: Cost,
  many: Cost,
  posts: number,
): Figure[] {
  const of = (what: string) => `bench.${name}.${what}`;
  const ratio = `${note}, of ${posts} posts; ${many.query}`;
  return [
    most === undefined
      ? told(of('cpu-ratio'), many.ratio, 'x', ratio)
      : atMost(of('cpu-ratio'), many.ratio, 'x', most, ratio),
    told(of('cpu-ms'), many.cpuMs, 'ms', `talk and its Postgres together; ${many.bytes} bytes`),
    told(of('rps'), many.rps, '1/s', `${CONNECTIONS} connections; ${many.bare}`),
    told(of('p50-ms'), many.p50, 'ms', `${CONNECTIONS} connections`),
    told(of('p99-ms'), many.p99, 'ms', `${CONNECTIONS} connections`),
    atMost(
      `bench.growth.${name}`,
      many.ratio / few.ratio,
      'x',
      growth,
      `from ${FEW} posts: ${few.ratio.toFixed(2)} to ${many.ratio.toFixed(2)}`,
    ),
  ];
}
