import { costBeside, threadQuestion } from './beside.ts';
import { atMost, type Figure, told } from './figures.ts';
import { type MadeTown, pagePath } from './town.ts';

const CONNECTIONS = 32;

/** The page of a thread of a hundred replies. */
export async function measureThreadPage(house: number, data: string, town: MadeTown): Promise<Figure[]> {
  const { thread, statements } = town;
  const page = { path: pagePath(thread) };
  const cost = await costBeside(
    { name: 'talk', house, data, question: threadQuestion(thread), connections: CONNECTIONS },
    () => page,
  );
  const name = (what: string) => `bench.thread-100.${what}`;
  return [
    atMost(name('sql'), statements.perRequest, 'statements', 3, 'counted by pg_stat_statements'),
    told(name('cpu-ms'), cost.cpuMs, 'ms', `talk and its Postgres together; page of ${cost.bytes} bytes`),
    told(name('cpu-ratio'), cost.ratio, 'x', cost.query),
    told(name('rps'), cost.rps, '1/s', `${CONNECTIONS} connections; ${cost.bare}`),
    told(name('p50-ms'), cost.p50, 'ms', `${CONNECTIONS} connections`),
    told(name('p99-ms'), cost.p99, 'ms', `${CONNECTIONS} connections`),
  ];
}
