// `npm run adversary`: a simulated town, the thief who gets both disks, planted leaks and canaries. `--big` the run of a
// release, `--leaks`/`--leak NAME`, `--canary` and `--honest` parts of it, `--seizure POST --data DIR` what a court gets.
import { parseArgs } from 'node:util';
import { type Figure, report } from '../bench/figures.ts';
import { canaryRun } from './canary/run.ts';
import { honestRun } from './honest.ts';
import { plantedRun } from './planted.ts';
import { seizure } from './seizure.ts';
import { big, small, type TownSize } from './town/size.ts';

const { values } = parseArgs({
  options: {
    ...{
      big: { type: 'boolean' },
      honest: { type: 'boolean' },
      leaks: { type: 'boolean' },
      canary: { type: 'boolean' },
    },
    ...{ leak: { type: 'string', multiple: true }, seizure: { type: 'string' }, data: { type: 'string' } },
    ...{
      members: { type: 'string' },
      companies: { type: 'string' },
      days: { type: 'string' },
      posts: { type: 'string' },
    },
    ...{
      seed: { type: 'string' },
      careless: { type: 'string' },
      habits: { type: 'string', default: 'neutral' },
      keep: { type: 'string' },
      json: { type: 'string' },
    },
  },
});

const began = performance.now();
const say = (words: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${words} …`);

const number = (given: string | undefined, usual: number) => (given === undefined ? usual : Number(given));
const usual = values.big ? big : small;
const size: TownSize = {
  members: number(values.members, usual.members),
  companies: number(values.companies, usual.companies),
  days: number(values.days, usual.days),
  posts: number(values.posts, usual.posts),
  seed: number(values.seed, usual.seed),
};

async function figures(): Promise<Figure[]> {
  const part = values.honest || values.leaks || values.canary || values.leak || values.big;
  if (values.habits !== 'neutral' && values.habits !== 'own')
    throw new RangeError('--habits is neutral or own');
  const own = values.habits === 'own';
  const careless = values.careless === undefined ? {} : { careless: Number(values.careless) };
  const keep = values.keep === undefined ? {} : { keep: values.keep };
  const holds = own ? 'told' : values.big ? 'strict' : 'family';
  const honest = { size, holds, say, bent: { own, ...careless }, ...keep } as const;
  return [
    ...(!part || values.honest || values.big ? await honestRun(honest) : []),
    ...(!part || values.leaks ? await plantedRun(undefined, say) : []),
    ...(values.leak ? await plantedRun(values.leak, say) : []),
    ...(!part || values.canary ? await canaryRun(say) : []),
  ];
}

if (values.seizure !== undefined) console.log(await seizure(values.seizure, values.data ?? '.teahouse'));
else process.exitCode = report('adversary', await figures(), values.json);
