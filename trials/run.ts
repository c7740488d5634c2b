// `npm run trials [-- NAME…] [--town] [--json FILE]`: races and faults, on real processes and a real Postgres. Prints figures,
// and exits 1 where one does not hold. Leaves nothing behind.
import { parseArgs } from 'node:util';
import { atLeast, type Figure, report } from '../bench/figures.ts';
import { endDescendants } from '../bench/processes.ts';
import { clearLeftovers } from './lib/leftovers.ts';
import type { Trial } from './lib/trial.ts';
import { trials } from './trials.ts';

const { values: options, positionals: named } = parseArgs({
  options: {
    json: { type: 'string' },
    short: { type: 'boolean', default: false },
    ...{
      town: { type: 'boolean' },
      days: { type: 'string' },
      seed: { type: 'string' },
      tokens: { type: 'string' },
      'weeks-before': { type: 'string' },
    },
  },
  allowPositionals: true,
});
const positionals = options.town ? [...named, 'town'] : named;
if (process.platform !== 'linux') {
  console.error('npm run trials finds processes in /proc: Linux only.');
  process.exit(2);
}
const unknown = positionals.filter((name) => !(name in trials));
if (unknown.length > 0) {
  console.error(`No such trial: ${unknown.join(', ')}. There are: ${Object.keys(trials).join(', ')}`);
  process.exit(2);
}

process.once('exit', () => {
  endDescendants(10_000);
  clearLeftovers();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(130));
}

const number = (key: 'days' | 'seed' | 'tokens') =>
  options[key] === undefined ? {} : { [key]: Number(options[key]) };
const weeksBefore = options['weeks-before'];
const townOptions = {
  ...number('days'),
  ...number('seed'),
  ...number('tokens'),
  ...(weeksBefore !== undefined && { weeksBefore: Number(weeksBefore) }),
};

const began = performance.now();
async function perform(name: string, trial: Trial): Promise<Figure[]> {
  const say = (words: string) =>
    console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${name}: ${words} …`);
  try {
    return await trial({ short: options.short, say, town: townOptions });
  } catch (error) {
    // One that breaks down must not hide the others, nor look as if it had held.
    console.error(error);
    const note = `broke down: ${(error as Error).message.split('\n', 1)[0]}`;
    return [atLeast(`trials.${name}.completed`, 0, 'trials', 1, note)];
  }
}

const chosen = Object.entries(trials).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);
const figures: Figure[] = [];
for (const [name, trial] of chosen) figures.push(...(await perform(name, trial)));
process.exitCode = report('trials', figures, options.json);
