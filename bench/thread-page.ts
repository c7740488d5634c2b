import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { atMost, type Figure, median, percentile, told } from './figures.ts';
import { fetchOnce, type Load, load } from './load.ts';
import { cpuOf, isPostgres, type Process, treeOf } from './processes.ts';
import { type MadeTown, pagePath } from './town.ts';

const CONNECTIONS = 32;
const ROUNDS = 3;
const SECONDS = 2.5;
const WARM_UP_SECONDS = 1.5;

/** Something that answers on a socket, and the processes that work for it. */
interface Server {
  readonly socketPath: string;
  readonly path: string;
  /** Found anew for each round: Postgres starts and ends processes as it likes. */
  processes(): Process[];
}

/** One round of load on one server. */
interface Round {
  readonly rps: number;
  readonly cpuMs: number;
  readonly times: readonly number[];
}

/**
 * The page of a thread of a hundred replies, from talk's own process on its Postgres, asked over talk's own socket.
 * Beside it in the same run a bare `node:http` that sends the same bytes, with one query of the same Postgres and with
 * none (quality.md, "Speed"). The three take turns, so that a busy moment of the machine meets them all.
 */
export async function measureThreadPage(house: number, data: string, town: MadeTown): Promise<Figure[]> {
  const page = pagePath(town.thread);
  const database = path.join(data, 'talk', 'database');
  const plane = () =>
    treeOf(house).filter(({ command }) => command.includes(path.join('dist', 'talk', 'main.mjs')));
  const postgres = () => treeOf(house).filter(isPostgres).filter(isBelow(database));
  const socketPath = path.join(data, 'talk', 'run', 'plane.sock');
  const talk: Server = { socketPath, path: page, processes: () => [...plane(), ...postgres()] };
  if (plane().length !== 1 || postgres().length < 2)
    throw new Error('the plane and its Postgres were not found');

  const bytes = await fetchOnce(socketPath, page);
  const file = path.join(data, 'page.json');
  writeFileSync(file, bytes);
  const url = `postgresql://talk@/talk?host=${path.join(database, 'run')}`;
  const bare = await startBaseline(path.join(data, 'bare.sock'), [file]);
  const query = await startBaseline(path.join(data, 'query.sock'), [
    file,
    url,
    town.thread.room,
    town.thread.id,
  ]);
  try {
    const one = (child: ChildProcess) => treeOf(child.pid ?? 0);
    return await figuresOf(town, bytes.length, {
      talk,
      bare: { socketPath: path.join(data, 'bare.sock'), path: page, processes: () => one(bare) },
      query: {
        socketPath: path.join(data, 'query.sock'),
        path: page,
        processes: () => [...one(query), ...postgres()],
      },
    });
  } finally {
    for (const child of [bare, query]) child.kill('SIGKILL');
  }
}

/** Whether a process of Postgres belongs to the cluster in this folder: its children only name themselves. */
function isBelow(database: string): (process: Process, index: number, all: Process[]) => boolean {
  const isFirst = ({ command }: Process) => command.includes(` -D ${database}${path.sep}`);
  return (process, _index, all) =>
    isFirst(process) || all.some((other) => isFirst(other) && other.pid === process.parent);
}

async function startBaseline(socket: string, args: readonly string[]): Promise<ChildProcess> {
  const program = path.join(import.meta.dirname, 'baseline-server.ts');
  const child = spawn(process.execPath, [program, socket, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the baseline did not start');
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {}); // later it is ended on purpose
  return child;
}

async function figuresOf(
  { statements }: MadeTown,
  bytes: number,
  servers: Readonly<Record<'talk' | 'bare' | 'query', Server>>,
): Promise<Figure[]> {
  const rounds: Record<keyof typeof servers, Round[]> = { talk: [], bare: [], query: [] };
  for (const server of Object.values(servers)) await run(server, WARM_UP_SECONDS);
  for (let i = 0; i < ROUNDS; i += 1) {
    for (const name of ['talk', 'bare', 'query'] as const)
      rounds[name].push(await run(servers[name], SECONDS));
  }
  const cpu = (name: keyof typeof servers) => median(rounds[name].map(({ cpuMs }) => cpuMs));
  const rps = (name: keyof typeof servers) => median(rounds[name].map((round) => round.rps));
  const times = rounds.talk.flatMap((round) => round.times);
  const ratio = median(rounds.talk.map(({ cpuMs }, i) => cpuMs / (rounds.query[i]?.cpuMs ?? Number.NaN)));
  const baseline = (name: 'bare' | 'query', what: string) =>
    `${what}: ${cpu(name).toFixed(2)} ms, ${Math.round(rps(name))}/s`;
  const name = (what: string) => `bench.thread-100.${what}`;
  return [
    atMost(name('sql'), statements.perRequest, 'statements', 3, 'counted by pg_stat_statements'),
    told(name('cpu-ms'), cpu('talk'), 'ms', `talk and its Postgres together; page of ${bytes} bytes`),
    told(name('cpu-ratio'), ratio, 'x', baseline('query', 'bare http with one query')),
    told(name('rps'), rps('talk'), '1/s', `${CONNECTIONS} connections; ${baseline('bare', 'bare http')}`),
    told(name('p50-ms'), percentile(times, 0.5), 'ms', `${CONNECTIONS} connections`),
    told(name('p99-ms'), percentile(times, 0.99), 'ms', `${CONNECTIONS} connections`),
  ];
}

async function run(server: Server, seconds: number): Promise<Round> {
  const before = cpuOf(server.processes());
  const { socketPath, path: page } = server;
  const done: Load = await load({ socketPath, path: page, connections: CONNECTIONS, seconds });
  const used = cpuOf(server.processes()) - before;
  return { rps: done.times.length / done.seconds, cpuMs: used / done.times.length, times: done.times };
}
