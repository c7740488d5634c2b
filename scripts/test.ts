// `npm test`: build → check → unit and integration tests → journeys in a browser beside the thief. Goes on after a failure, so
// that one run tells everything; the last line is `N passed, N failed, N skipped` over all tests, a failed step counting as one.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { add, failuresOfVitest, type Totals, totalsOfLastLine, totalsOfVitest } from './lib/totals.ts';

const root = path.dirname(import.meta.dirname);
const report = path.join(root, 'artifacts/vitest.json');

/** Runs a Node program and keeps what it printed last. By itself on this terminal, and as important as anything. */
async function run(
  args: string[],
  { print = (chunk: Buffer) => void process.stdout.write(chunk), nice = 0 } = {},
) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  // What it starts is as nice as it is.
  if (nice > 0 && child.pid !== undefined) setPriority(child.pid, nice);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    print(chunk);
    output = (output + chunk).slice(-20_000);
  });
  const code = await new Promise<number>((resolve) => child.once('close', (exit) => resolve(exit ?? 1)));
  return { code, output };
}

/** A step without tests of its own: nothing when it holds, one failure when it doesn't. */
async function step(name: string, args: string[]): Promise<Totals> {
  console.log(`\n── ${name}`);
  const { code } = await run(args);
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** Lines that stand right above the totals: what failed, by name. */
const remarks: string[] = [];

async function vitestOnce(args: string[]) {
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args]);
  const read = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  const totals = orFailed(code, read ? totalsOfVitest(read) : none);
  return { totals, failures: read ? failuresOfVitest(read) : [] };
}

/** Files that may be run again, so that a machine with other work on it does not decide; more of them are a fault. */
const mostAgain = 3;

async function vitest(args: string[]): Promise<Totals> {
  console.log('\n── tests');
  const { totals, failures } = await vitestOnce(args);
  if (failures.length === 0 || failures.length > mostAgain) return note(failures, 'FAILED', totals);
  console.log('\n── what failed, alone');
  const again = await vitestOnce(failures.map(({ file }) => file));
  if (again.totals.failed > 0) return note(again.failures, 'FAILED TWICE', totals);
  return note(failures, 'UNSTEADY, failed once and held alone', {
    ...totals,
    passed: totals.passed + totals.failed,
    failed: 0,
  });
}

function note(failures: ReturnType<typeof failuresOfVitest>, what: string, totals: Totals): Totals {
  for (const { file, tests } of failures) {
    remarks.push(`${what}: ${path.relative(root, file)}: ${tests.join('; ') || 'could not be loaded'}`);
  }
  return totals;
}

/**
 * The thief computes while the journeys wait for slots to end: below them in priority, and told when they are through.
 * One failure when it finds something, or could not look.
 */
async function thief(told: Promise<unknown>): Promise<Totals> {
  const said: Buffer[] = [];
  const robbery = run(['adversary/run.ts'], { print: (chunk) => void said.push(chunk), nice: 10 });
  await told;
  console.log('\n── thief');
  const { code } = await robbery;
  process.stdout.write(Buffer.concat(said));
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function journeys(): Promise<Totals> {
  if (!existsSync(path.join(root, 'e2e/run.ts'))) return none;
  console.log('\n── journeys');
  const { code, output } = await run(['e2e/run.ts']);
  return orFailed(code, totalsOfLastLine(output) ?? none);
}

const none: Totals = { passed: 0, failed: 0, skipped: 0 };
/** A program that failed without a failed test to show for it (it crashed) must not look green. */
const orFailed = (code: number, totals: Totals): Totals =>
  code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;

async function journeysAndThief(): Promise<Totals[]> {
  const told = journeys();
  return Promise.all([told, thief(told)]);
}

const names = process.argv.slice(2);
const all =
  names.length > 0
    ? [await vitest(names)] // `npm test -- packages/kit`: only these, at once
    : [
        await step('build', ['scripts/build.ts']),
        await step('check', ['scripts/check.ts']),
        await vitest([]),
        ...(await journeysAndThief()),
      ];
const { passed, failed, skipped } = all.reduce(add, none);
for (const remark of remarks) console.log(`\n${remark}`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
