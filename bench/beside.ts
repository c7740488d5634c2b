import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { median, percentile } from './figures.ts';
import { type Ask, askOnce, type Load, load } from './load.ts';
import { cpuOf, isPostgres, type Process, pssOf, treeOf } from './processes.ts';
import { countSql } from './statements.ts';

const ROUNDS = 3;
const SECONDS = 2.5;
const WARM_UP_SECONDS = 1.5;
/** Connections at which costs are compared. */
const CONNECTIONS = 32;

/** Something that answers on sockets, and the processes that work for it. */
interface Server {
  readonly sockets: readonly string[];
  readonly next: () => Ask | undefined;
  /** Found anew for each round: Postgres starts and ends processes as it likes. */
  processes(): Process[];
}

/** One round of load on one server. */
interface Round {
  readonly rps: number;
  readonly cpuMs: number;
  readonly times: readonly number[];
}

/** The cheapest question that the baseline can ask of the plane's database: one row by its key. */
export interface Question {
  readonly text: string;
  /** Bytes as `\\x…`, as Postgres reads them. */
  readonly values: readonly string[];
}

/** A thread by its key. */
export const threadQuestion = ({ room, id }: { room: string; id: string }): Question => ({
  text: 'SELECT title FROM threads WHERE room_id = $1 AND id = $2',
  values: [room, `\\x${Buffer.from(id, 'base64url').toString('hex')}`],
});

/** A plane as the house runs it, and a question of its own that the baseline asks. */
export interface Plane {
  readonly name: 'talk' | 'members';
  /** Process of the house. */
  readonly house: number;
  /** Its data folder. */
  readonly data: string;
  readonly question: Question;
  /** Of this plane; one where it is not said. */
  readonly processes?: number;
}

/** How fast answers came at so many connections. */
export interface Pace {
  readonly connections: number;
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
}

/** What an answer of a plane costs, beside a bare `node:http` that sends the same bytes. */
export interface Cost {
  /** CPU time of the plane and its Postgres for one answer, in ms. */
  readonly cpuMs: number;
  /** That over the CPU time of the bare server with one query and its Postgres. */
  readonly ratio: number;
  /** Requests a second over those of that server. */
  readonly rpsRatio: number;
  /** At 32 connections, at one, and at 256. */
  readonly paces: readonly [Pace, ...Pace[]];
  /** Statements that one request sends to Postgres, BEGIN and COMMIT left out. */
  readonly sql: number;
  /** Memory of the plane's processes after all that, in MB. */
  readonly pssMb: number;
  readonly bytes: number;
  /** In words: what the bare servers took, with one query and with none. */
  readonly query: string;
  readonly bare: string;
}

/** How a case is asked. */
export interface Asking {
  /** Requests of one round at most, where they cannot be sent twice. */
  readonly most?: number;
  /** Connections beside the 32 at which speed is told too (quality.md, "Speed"). */
  readonly beside?: readonly number[];
}

/**
 * What a page costs that a plane's own process answers from its Postgres, asked over the plane's own socket. Beside it in the same
 * run a bare `node:http` that sends the same bytes, with one query of the same Postgres and with none (quality.md, "Speed").
 * The three take turns, so that a busy moment of the machine meets them all. `asks` says what is sent to the plane next; its
 * first answer is what the bare servers send. A round ends after some seconds, or after `most` requests.
 */
export async function costBeside(
  { name, house, data, question, processes = 1 }: Plane,
  asks: () => Ask | undefined,
  { most, beside = [1, 256] }: Asking = {},
): Promise<Cost> {
  const database = path.join(data, name, 'database');
  const plane = () =>
    treeOf(house).filter(({ command }) => command.includes(path.join('dist', name, 'main.mjs')));
  const postgres = () => treeOf(house).filter(isPostgres).filter(isBelow(database));
  const socketOf = (n: number) =>
    path.join(data, name, 'run', n === 0 ? 'plane.sock' : `plane-${n + 1}.sock`);
  const socketPath = socketOf(0);
  const talk: Server = {
    ...{ sockets: Array.from({ length: processes }, (_, n) => socketOf(n)), next: asks },
    processes: () => [...plane(), ...postgres()],
  };
  if (plane().length !== processes || postgres().length < 2)
    throw new Error('the plane and its Postgres were not found');

  const first = asks();
  if (!first) throw new RangeError('there is nothing to ask');
  const bytes = await askOnce(socketPath, first);
  const file = path.join(data, 'page.json');
  writeFileSync(file, bytes);
  const url = `postgresql://${name}@/${name}?host=${path.join(database, 'run')}`;
  const sql = await countSql({ database, name, request: () => askNext(socketPath, asks) });
  const bare = await startBaseline(path.join(data, 'bare.sock'), [file]);
  const query = await startBaseline(path.join(data, 'query.sock'), [file, url, JSON.stringify(question)]);
  try {
    const one = (child: ChildProcess) => treeOf(child.pid ?? 0);
    const root = () => ({ path: '/' });
    const rounds = await takeTurns(most, {
      talk,
      bare: { sockets: [path.join(data, 'bare.sock')], next: root, processes: () => one(bare) },
      query: {
        ...{ sockets: [path.join(data, 'query.sock')], next: root },
        processes: () => [...one(query), ...postgres()],
      },
    });
    const paces: Pace[] = [];
    for (const connections of beside) {
      const round = await run(talk, connections, SECONDS, most);
      paces.push(paceOf(connections, [round]));
    }
    const pssMb = plane().reduce((sum, process) => sum + pssOf(process), 0);
    return { ...costOf(rounds, paces), sql, pssMb, bytes: bytes.length };
  } finally {
    for (const child of [bare, query]) child.kill('SIGKILL');
    await Promise.all(
      [bare, query].map((child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')),
    );
  }
}

/** The next of them, which must not be the last. */
async function askNext(socketPath: string, asks: () => Ask | undefined): Promise<void> {
  const ask = asks();
  if (!ask) throw new RangeError('there is nothing left to ask');
  await askOnce(socketPath, ask);
}

/** Whether a process of Postgres belongs to the cluster in this folder: its children only name themselves. */
function isBelow(database: string): (process: Process, index: number, all: Process[]) => boolean {
  const isFirst = ({ command }: Process) => command.includes(` -D ${database}${path.sep}`);
  return (process, _index, all) =>
    isFirst(process) || all.some((other) => isFirst(other) && other.pid === process.parent);
}

async function startBaseline(socket: string, args: readonly string[]): Promise<ChildProcess> {
  const program = path.join(import.meta.dirname, 'baseline-server.ts');
  rmSync(socket, { force: true }); // of one that was ended before
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

const names = ['talk', 'bare', 'query'] as const;
type Rounds = Record<(typeof names)[number], Round[]>;

async function takeTurns(
  most: number | undefined,
  servers: Readonly<Record<(typeof names)[number], Server>>,
): Promise<Rounds> {
  const rounds: Rounds = { talk: [], bare: [], query: [] };
  for (const name of names) await run(servers[name], CONNECTIONS, WARM_UP_SECONDS, most);
  for (let i = 0; i < ROUNDS; i += 1) {
    for (const name of names) rounds[name].push(await run(servers[name], CONNECTIONS, SECONDS, most));
  }
  return rounds;
}

const paceOf = (connections: number, rounds: readonly Round[]): Pace => {
  const times = rounds.flatMap((round) => round.times);
  const rps = median(rounds.map((round) => round.rps));
  return { connections, rps, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
};

function costOf(rounds: Rounds, paces: readonly Pace[]): Omit<Cost, 'sql' | 'pssMb' | 'bytes'> {
  const cpu = (name: keyof Rounds) => median(rounds[name].map(({ cpuMs }) => cpuMs));
  const rps = (name: keyof Rounds) => median(rounds[name].map((round) => round.rps));
  const words = (name: 'bare' | 'query', what: string) =>
    `${what}: ${cpu(name).toFixed(2)} ms, ${Math.round(rps(name))}/s`;
  return {
    cpuMs: cpu('talk'),
    ratio: median(rounds.talk.map(({ cpuMs }, i) => cpuMs / (rounds.query[i]?.cpuMs ?? Number.NaN))),
    rpsRatio: median(rounds.talk.map((round, i) => round.rps / (rounds.query[i]?.rps ?? Number.NaN))),
    paces: [paceOf(CONNECTIONS, rounds.talk), ...paces],
    query: words('query', 'bare http with one query'),
    bare: words('bare', 'bare http'),
  };
}

async function run(
  { sockets, next, processes }: Server,
  connections: number,
  seconds: number,
  most = Number.POSITIVE_INFINITY,
): Promise<Round> {
  const before = cpuOf(processes());
  let asked = 0;
  const upToMost = () => {
    asked += 1;
    return asked > most ? undefined : next();
  };
  const done: Load = await load({ sockets, next: upToMost, connections, seconds });
  const used = cpuOf(processes()) - before;
  return { rps: done.times.length / done.seconds, cpuMs: used / done.times.length, times: done.times };
}
