// `npm run bench [-- --json FILE]`: what speed and size the town has on this machine, each figure beside its limit or
// its baseline: all cases, with ten thousand posts, five thousand members and ten thousand jobs. Takes a quarter of an hour and
// leaves nothing behind. Exits 1 where a limit does not hold.
// `-- --quick`: proofs, first load, memory and start alone, two minutes.
// `-- --posts 1000000`: instead, the cases of talk with ten thousand posts and with that many, and how they grow.
// `-- --people 100000`, `-- --jobs 200000`: those of members among so many members or jobs.
// `-- --processes 2`: how much more two processes of talk answer than one.
// `--keep DIR`: that folder holds the data, is left as it is, and the next run with as many people or jobs begins from it.
// Of a million posts it takes twenty minutes and 7 GB of the folder for temporary files. `--cases room-list,reply`: these alone.
// `-- --document FILE…`: writes docs/performance.md anew from what such runs wrote with `--json`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../e2e/lib/browser.ts';
import { writePerformance } from './document.ts';
import { type Figure, report, told } from './figures.ts';
import { measureFirstLoad } from './first-load.ts';
import { type House, openHouse } from './house.ts';
import { measureIdle } from './idle.ts';
import { measureIssue } from './issue.ts';
import { measureJobs } from './jobs/measure.ts';
import { FEW, measureMany, measureProcesses } from './many/measure.ts';
import { measurePeople } from './people/measure.ts';
import { endDescendants } from './processes.ts';
import { measureProve } from './prove.ts';
import { makeTown } from './town.ts';
import { measureVerify } from './verify.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean' },
    document: { type: 'boolean' },
    json: { type: 'string' },
    posts: { type: 'string' },
    people: { type: 'string' },
    jobs: { type: 'string' },
    processes: { type: 'string' },
    cases: { type: 'string' },
    keep: { type: 'string' },
  },
});
if (options.document) {
  await writePerformance(positionals);
  process.exit(0);
}
/** A whole number, `least` at least; undefined where the option is not given. */
function countOf(name: 'posts' | 'people' | 'jobs' | 'processes', least: number): number | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  const count = Number(value);
  if (Number.isInteger(count) && count >= least) return count;
  console.error(`--${name} takes a whole number, ${least} at least.`);
  process.exit(2);
}
const posts = countOf('posts', 100);
const people = countOf('people', 1000);
const jobs = countOf('jobs', 1000);
const processes = countOf('processes', 2);
/** Twice what it takes on two busy cores: some minutes, and a second for every thousand posts or two hundred people. */
const LIMIT_MS =
  (options.quick ? 4 : 40) * 60_000 +
  (posts === undefined ? 0 : 8 * 60_000 + 2 * posts) +
  (people === undefined ? 0 : 8 * 60_000 + 10 * people) +
  (jobs === undefined ? 0 : 8 * 60_000 + 2 * jobs);
if (process.platform !== 'linux') {
  console.error('npm run bench reads memory and CPU time from /proc: Linux only.');
  process.exit(2);
}

const data = options.keep ?? mkdtempSync(path.join(tmpdir(), 'tea-bench-'));
const began = performance.now();
let house: House | undefined;

/** Says what comes next, and how long it has been. */
function now(words: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${words} …`);
}

// Whatever ends this process (playwright has a handler of its own for Ctrl-C), all that it started goes with it.
process.once('exit', () => {
  endDescendants(10_000);
  if (options.keep === undefined)
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
setTimeout(() => {
  console.error(`Not done after ${LIMIT_MS / 60_000} minutes: something hangs.`);
  process.exit(1);
}, LIMIT_MS).unref();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(130));
}

async function inBrowser(origin: string, thread: Parameters<typeof measureFirstLoad>[2]): Promise<Figure[]> {
  const browser = await launch();
  try {
    const first = await measureFirstLoad(browser, origin, thread);
    return [...(await measureProve(browser, origin)), ...first];
  } finally {
    await browser.close();
  }
}

/** What takes no load: proofs, the first page, memory, the start. */
async function quick(folder: string): Promise<Figure[]> {
  now('verifying presentations, and issuing credentials');
  const verify = [...(await measureVerify()), await measureIssue()];
  now('making a town with a thread of a hundred replies');
  const town = await makeTown(folder);
  now('starting it, and leaving it alone');
  house = await openHouse(folder);
  const idle = await measureIdle(house.pid);
  now('visiting it in a browser, and proving there');
  const browser = await inBrowser(house.origin, town.thread);
  now('starting it a second time');
  await house.stop();
  house = await openHouse(folder);
  const start = told(
    'bench.start-s',
    house.startedAfter,
    's',
    'the second start, all built, until it says it is open',
  );
  await house.stop();
  return [...verify, ...browser, idle, start];
}

/** All cases, small: each kind has a town of its own. */
async function everything(cases: readonly string[] | undefined): Promise<Figure[]> {
  const within = (name: string) => path.join(data, name);
  return [
    ...(cases === undefined ? await quick(within('quick')) : []),
    ...(await measureMany(within('posts'), FEW, now, cases)),
    ...(await measurePeople(within('people'), 5_000, now, cases)),
    ...(await measureJobs(within('jobs'), 10_000, now, cases)),
  ];
}

/** What the options ask for. */
function chosen(): Promise<Figure[]> {
  const cases = options.cases?.split(',');
  if (processes !== undefined) return measureProcesses(data, processes, now, cases);
  if (people !== undefined) return measurePeople(data, people, now, cases);
  if (jobs !== undefined) return measureJobs(data, jobs, now, cases);
  if (posts !== undefined) return measureMany(data, posts, now, cases);
  return options.quick ? quick(data) : everything(cases);
}

try {
  const figures = await chosen();
  now('done');
  process.exitCode = report('bench', figures, options.json);
} finally {
  await house?.stop();
}
