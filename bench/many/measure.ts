import path from 'node:path';
import { startEmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import { type Cost, costBeside } from '../beside.ts';
import { atMost, type Figure, told } from '../figures.ts';
import { openHouse } from '../house.ts';
import { makeTown } from '../town.ts';
import { fill } from './fill.ts';
import { commonWord, rareWord, seldomWord } from './words.ts';

const CONNECTIONS = 32;
/** What growth is measured from. */
const FEW = 10_000;
const slotMs = 5 * 60_000;

const search = (q: string) => `/api/talk/search?q=${encodeURIComponent(q)}`;

interface Case {
  readonly path: string;
  /** Whether each request asks for something new, so that talk cannot answer from what it made a moment ago. */
  readonly fresh?: boolean;
  /** Times the CPU of a bare server with one query. */
  readonly most?: number;
  /** Times that of ten thousand posts. */
  readonly growth: number;
  readonly note: string;
}
const square = '/api/talk/rooms/square/threads';
const all = '/api/talk/threads';
const cases: Readonly<Record<string, Case>> = {
  'room-list': { path: square, fresh: true, most: 3, growth: 1.3, note: '30 threads by activity' },
  'room-list-cached': { path: square, growth: 1.3, note: 'the same, asked by a crowd' },
  hot: { path: `${all}?sort=hot`, fresh: true, growth: 1.3, note: '30 hottest of all rooms' },
  new: { path: `${all}?sort=new`, fresh: true, growth: 1.3, note: '30 newest of all rooms' },
  'search-common': { path: search(commonWord), most: 25, growth: 3, note: 'a word of every fifth post' },
  'search-seldom': { path: search(seldomWord), growth: 3, note: 'a phrase of every two-hundredth post' },
  'search-rare': { path: search(rareWord), growth: 3, note: 'a word of twenty posts' },
  'search-two': { path: search(`${commonWord} 仲裁`), growth: 3, note: 'two words' },
  'search-room': {
    path: `${search(commonWord)}&room=pay&lang=zh&label=company`,
    growth: 3,
    note: 'three filters',
  },
};

/**
 * Lists and search with ten thousand posts and with many, made by COPY into a town that then runs as `npm start` runs it.
 * The figure is the ratio to a bare server of the same run; growth is how that ratio grows.
 */
export async function measureMany(
  data: string,
  posts: number,
  say: (words: string) => void,
): Promise<Figure[]> {
  say('making a town');
  await makeTown(data);
  const few = await measureWith(data, FEW, say);
  const many = await measureWith(data, posts, say);
  return Object.entries(cases).flatMap(([name, one]) =>
    figuresOf(name, one, few[name] as Cost, many[name] as Cost, posts),
  );
}

async function measureWith(
  data: string,
  posts: number,
  say: (words: string) => void,
): Promise<Record<string, Cost>> {
  say(`writing ${posts} posts`);
  const dir = path.join(data, 'talk', 'database');
  const cluster = await startEmbeddedPostgres({ dir, name: 'talk', conf: { max_wal_size: '4GB' } });
  const thread = await fill(cluster.url, posts, Math.floor(Date.now() / slotMs)).finally(() =>
    cluster.stop(),
  );
  const house = await openHouse(data);
  const costs: Record<string, Cost> = {};
  try {
    for (const [name, one] of Object.entries(cases)) {
      say(`reading ${name} of ${posts} posts, beside a bare server`);
      costs[name] = await costBeside(
        { house: house.pid, data, thread, connections: CONNECTIONS },
        one.path,
        one,
      );
    }
  } finally {
    await house.stop();
  }
  return costs;
}

function figuresOf(
  name: string,
  { most, growth, note }: Case,
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
