import { type Look, type Person, person } from '../lib/person.ts';
import type { Cast } from './casts.ts';
import { becomeRepresentative, handOver, sayWhether, speakForCompany } from './company.ts';
import { visitCompany } from './company-visit.ts';
import { lookAround, runHouse } from './console.ts';
import { held } from './everywhere.ts';
import { hireAtDesk, hireOnPhone } from './hire.ts';
import { befriend, hireByReferral } from './hiring.ts';
import type { Town } from './house.ts';
import { applyForJob, visitJobs } from './jobs.ts';
import { join, makeKey, proveWork } from './named.ts';
import { keepAccounts, liveInNamedHalf } from './named-half.ts';
import { openToWork } from './open.ts';

type Part = (town: Town, cast: Cast) => Promise<void>;

/** Who takes part, each with a browser of their own; closed by `leave`. */
async function meet(town: Town, looks: Readonly<Record<string, Look>>): Promise<Person[]> {
  const met: Person[] = [];
  for (const [name, look] of Object.entries(looks))
    met.push(await person(town.browser, town.origin, name, look));
  town.runner.begin();
  return met;
}

/** What holds of every page of every journey; then they go. Of the named half not a single request has to go to talk. */
async function leave(town: Town, people: readonly Person[], leastToTalk = -1): Promise<void> {
  await held(town, [...people], { leastToTalk });
  for (const { context } of people) await context.close();
}

/** The named half as a whole: for whoever works on it. */
const named: Part = async (town, cast) => {
  const [visitor, a, b] = (await meet(town, { Visitor: cast.visitor, Lin: cast.a, Mara: cast.b })) as [
    Person,
    Person,
    Person,
  ];
  for (const [who, domain] of [
    [a, 'xinghe.example'],
    [b, 'luming.example'],
  ] as const) {
    await join(town, who);
    await proveWork(town, who, domain);
    await makeKey(town, who);
  }
  await liveInNamedHalf(town, cast, { visitor, a, b });
  town.runner.begin();
  await keepAccounts(town, cast);
  await leave(town, [visitor, a, b], 0);
};

/** The operator's console. */
const operate: Part = async (town, cast) => {
  const [a, b] = (await meet(town, { Tang: cast.device, Olga: cast.visitor })) as [Person, Person];
  await runHouse(town, a);
  await lookAround(town, b);
  await leave(town, [a, b], 0);
};

/** Jobs: who looks for one, who refers, who posts. */
const jobs: Part = async (town, cast) => {
  const looks = { Visitor: cast.visitor, Lin: cast.a, Mara: cast.b, Rui: cast.device };
  const people = (await meet(town, looks)) as [Person, Person, Person, Person];
  const [visitor, referrer, candidate, recruiter] = people;
  for (const [who, domain] of [
    [referrer, 'xinghe.example'],
    [candidate, 'luming.example'],
  ] as const) {
    await join(town, who);
    await proveWork(town, who, domain);
  }
  await befriend(candidate, referrer);
  await visitJobs(town, visitor);
  await applyForJob(town, candidate);
  await hireByReferral(town, { candidate, referrer, recruiter, company: 'xinghe' });
  await leave(town, people);
};

/** The recruiter's board, at a desk and on a phone. */
const hire: Part = async (town, cast) => {
  const looks = {
    Rex: { ...cast.a, size: 'desktop' },
    Cleo: { ...cast.b, size: 'phone' },
  } as const;
  const [a, b] = (await meet(town, looks)) as [Person, Person];
  const board = await hireAtDesk(town, a);
  await hireOnPhone(town, b, { board, other: a });
  await leave(town, [a, b]);
};

/** Being open to work, and messages in an application. */
const open: Part = async (town, cast) => {
  const people = await meet(town, { Mara: cast.b, Rui: cast.device, Hu: cast.visitor });
  const [candidate, recruiter, own] = people as [Person, Person, Person];
  await join(town, candidate);
  await proveWork(town, candidate, 'luming.example');
  await openToWork(town, { candidate, employer: 'luming', recruiter, company: 'paperkite', own });
  await leave(town, people);
};

/** Company pages, those who act for one, and the right of reply. */
const company: Part = async (town, cast) => {
  // Whoever acted for the company in an earlier run of the same house has another name.
  const run = town.tag.slice(-4);
  const looks = {
    Visitor: cast.visitor,
    [`Shen${run}`]: cast.a,
    [`Heir${run}`]: cast.b,
    Tang: cast.device,
  };
  const people = (await meet(town, looks)) as [Person, Person, Person, Person];
  const [visitor, a, b, operator] = people;
  await visitCompany(town, visitor);
  for (const who of [a, b]) {
    await join(town, who);
    await proveWork(town, who, 'luming.example');
    await makeKey(town, who);
  }
  await becomeRepresentative(town, a, operator);
  const place = await speakForCompany(town, a);
  await sayWhether(town, b, place);
  await handOver(town, a, b, place);
  await leave(town, people, 10);
};

/** Parts that can be walked alone: `npm run e2e -- company hire`. */
export const parts: Readonly<Record<string, Part>> = { named, console: operate, jobs, hire, open, company };

/** Those that are no part of the whole journey, and come after it. */
export const apart: readonly Part[] = [hire, company];
