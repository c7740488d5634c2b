import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newMembers, type Person, startTeahouse } from '@teahouse/testbed';
import { costBeside } from '../beside.ts';
import { withClusters } from '../clusters.ts';
import { costFigures } from '../cost-figures.ts';
import type { Figure } from '../figures.ts';
import { openHouse } from '../house.ts';
import type { Ask } from '../load.ts';
import { signIn } from '../sign-in.ts';
import { prepareCount } from '../statements.ts';
import { companyId, drawFilters, seldomWord } from './draw.ts';
import { fillJobs } from './fill.ts';

const company = {
  ...{ name: { zh: '星河网络', en: 'Starriver' }, industry: 'internet', domain: 'starriver.example' },
};

/** Makes a town with one member, who looks for work, and so many jobs; of the folder where an earlier run left them. */
async function keptJobs(data: string, jobs: number): Promise<Person> {
  const file = path.join(data, `jobs-${jobs}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const reader = await withClusters(data, async (databases) => {
    const town = await startTeahouse({ data, databases });
    const [reader] = await newMembers(town, [{ name: 'Reader', company }]).finally(() => town.stop());
    if (!reader) throw new RangeError('nobody looks for work');
    await fillJobs(databases.members, jobs);
    await prepareCount(path.join(data, 'members', 'database'));
    return reader;
  });
  writeFileSync(file, JSON.stringify(reader));
  return reader;
}

/** Questions one after the other, each another one. */
function asking(cookie: string, questions: Iterator<Record<string, string>>): () => Ask {
  return () => ({ path: `/api/members/jobs?${new URLSearchParams(questions.next().value)}`, cookie });
}

/** How many jobs answer each of the first questions: the common and the rare are measured apart. */
async function sorted(
  origin: string,
  cookie: string,
): Promise<{ full: Facts[]; few: Facts[]; none: Facts[] }> {
  const all: { facts: Facts; found: number }[] = [];
  const drawn = drawFilters(7);
  for (let n = 0; n < 400; n += 1) {
    const facts: Facts = drawn.next().value ?? {};
    const reply = await fetch(`${origin}/api/members/jobs?${new URLSearchParams(facts)}`, {
      headers: { cookie },
    });
    const { jobs } = (await reply.json()) as { jobs: unknown[] };
    all.push({ facts, found: jobs.length });
  }
  const of = (holds: (found: number) => boolean) =>
    all.filter(({ found }) => holds(found)).map(({ facts }) => facts);
  return { full: of((n) => n === 20), few: of((n) => n > 0 && n < 20), none: of((n) => n === 0) };
}
type Facts = Record<string, string>;

function* round(questions: readonly Facts[]): Generator<Facts> {
  while (questions.length > 0) yield* questions;
}

const cases = {
  'job-search': { limit: 15, note: 'three filters of five, each request others' },
  'jobs-full': { limit: 15, note: 'three filters that more than a page of jobs meet' },
  'jobs-few': { limit: 15, note: 'three filters that less than a page of jobs meet' },
  'jobs-none': { limit: 15, note: 'three filters that no job meets' },
  'jobs-one': { limit: undefined, note: 'one filter' },
  'jobs-newest': { limit: undefined, note: 'the newest of all' },
  'jobs-company': { limit: undefined, note: 'those of one company of two thousand' },
  'jobs-skill': { limit: undefined, note: 'a skill, which only the API takes, with two filters' },
  'jobs-words': { limit: undefined, note: 'a word of every two-hundredth, with two filters' },
} as const;

/**
 * What a search among so many jobs costs, made by COPY into a town that then runs as `npm start` runs it: the ratio to a bare
 * server with one query of the same run, and the CPU time of an answer.
 */
export async function measureJobs(
  data: string,
  jobs: number,
  say: (words: string) => void,
  wanted?: readonly string[],
): Promise<Figure[]> {
  const asked = (Object.keys(cases) as (keyof typeof cases)[]).filter(
    (name) => wanted?.includes(name) ?? true,
  );
  if (asked.length === 0) return [];
  say(`writing ${jobs} jobs`);
  const reader = await keptJobs(data, jobs);
  say('starting the house');
  const house = await openHouse(data, { TEAHOUSE_MEMBERS_PAGES_PER_HOUR: '1000000000' });
  try {
    const cookie = await signIn(house.origin, reader);
    const { full, few, none } = await sorted(house.origin, cookie);
    say(`of 400 questions ${full.length} have a page of answers, ${few.length} less, ${none.length} none`);
    const firm = Array.from({ length: 500 }, (_, n) => ({ company: companyId(n * 3) }));
    const words = ['senior', 'middle', 'entry'].map((level) => ({ q: seldomWord, level, remote: 'yes' }));
    const asks: Record<keyof typeof cases, Iterator<Facts>> = {
      ...{
        'job-search': drawFilters(11),
        'jobs-full': round(full),
        'jobs-few': round(few),
        'jobs-none': round(none),
      },
      ...{ 'jobs-one': round([{ role: 'legal' }, { city: '昆明' }, { pay: '50000' }, { remote: 'yes' }]) },
      'jobs-skill': round([
        { skill: 'SQL', pay: '50000', level: 'head' },
        { skill: 'React', role: 'sales', remote: 'yes' },
      ]),
      ...{ 'jobs-newest': round([{}]), 'jobs-company': round(firm), 'jobs-words': round(words) },
    };
    const plane = {
      name: 'members' as const,
      ...{ house: house.pid, data },
      question: { text: 'SELECT title FROM jobs WHERE seq = $1', values: ['1'] },
    };
    const figures: Figure[] = [];
    for (const name of asked) {
      if (name === 'jobs-none' && none.length === 0) continue;
      const { limit, note } = cases[name];
      const cost = await costBeside(plane, asking(cookie, asks[name]));
      say(`${name}: ${cost.ratio.toFixed(2)} x, ${cost.cpuMs.toFixed(2)} ms`);
      const limits = { ratio: limit, sql: 3 };
      figures.push(...costFigures(name, cost, { limits, note, of: `${jobs} jobs` }));
    }
    return figures;
  } finally {
    await house.stop();
  }
}
