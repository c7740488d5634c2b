import { randomUUID } from 'node:crypto';
import type { FakeClock } from '@teahouse/kit/clock';
import { dayOf } from '@teahouse/protocol';
import { createDice, type Dice } from '../dice.ts';
import type { Person } from '../people.ts';
import type { Town } from '../town.ts';
import { fillBoard } from './board.ts';
import { day } from './times.ts';
import { cities, jobs, letters, type TownJob } from './town/jobs.ts';

/** Jobs of the town, and the days over which they were posted. */
const count = 60;
const spread = 25;

/** The first of a company's people has its jobs; an owner is made by the operator, as nobody is there to name them. */
async function chooseRecruiters(town: Town, people: readonly Person[]): Promise<readonly Person[]> {
  const recruiters = [...new Map([...people].reverse().map((one) => [one.company, one])).values()].reverse();
  for (const { client, company } of recruiters) {
    const { id } = await client.members.me();
    await town.members.context.pool.query(
      `INSERT INTO representatives (company_id, account_id, role) VALUES ($1, $2, 'recruiter') ON CONFLICT DO NOTHING`,
      [company, id],
    );
  }
  return recruiters;
}

/**
 * Whoever tries the demo can sign in as the recruiter of a company: `recruiter.<first part of its domain>@teahouse.example`,
 * with the password of all people here.
 */
async function nameRecruiters(town: Town, recruiters: readonly Person[]): Promise<void> {
  for (const { email, workEmail } of recruiters) {
    const [first = ''] = (workEmail.split('@')[1] ?? '').split('.');
    const address = `recruiter.${first}@teahouse.example`;
    await town.members.context.pool.query('UPDATE accounts SET email = $2 WHERE email = $1', [
      email,
      address,
    ]);
  }
}

async function post(by: Person, job: TownJob, i: { dice: Dice; now: Date }): Promise<string> {
  const { title, role, level, skills, text, pay } = job;
  const { dice } = i;
  const more = dice.below(5);
  const made = await by.client.members.addJob({
    body: {
      ...{ company: by.company, title, role, level, skills: [...skills], text },
      city: dice.pick(cities),
      remote: dice.chance(0.25),
      pay: pay
        ? {
            ...{ min: (pay[0] + more) * 1000, max: (pay[1] + more) * 1000, currency: 'CNY' as const },
            months: dice.pick([12, 13, 14, 16]),
          }
        : null,
      closes: dayOf(new Date(i.now.getTime() + (45 + dice.below(40)) * day)),
    },
  });
  return made.id;
}

/**
 * Companies of the town look for people, and some apply, each to somewhere else than where they work. The same for the
 * same seed; the clock stands at `end` afterwards.
 */
export async function hire(
  town: Town,
  people: readonly Person[],
  i: { clock: FakeClock; end: Date },
  seed = 11_07,
): Promise<void> {
  const dice = createDice(seed);
  const recruiters = await chooseRecruiters(town, people);
  await nameRecruiters(town, recruiters);
  for (let n = 0; n < count; n += 1) {
    const now = new Date(i.end.getTime() - Math.floor(((count - n - 1) * spread) / count) * day);
    i.clock.set(now);
    const by = recruiters[n % recruiters.length] as Person;
    // Every company has every kind of job once before one comes again.
    const job = jobs[(n + Math.floor(n / recruiters.length)) % jobs.length] as TownJob;
    const id = await post(by, job, { dice, now });
    if (n < 8) continue; // old ones, for which nobody applied
    const others = dice.shuffled(people.filter(({ company }) => company !== by.company));
    for (const { client } of others.slice(0, dice.below(3)))
      await client.members.apply({
        params: { application: randomUUID() },
        body: { job: id, words: dice.pick(letters), file: null },
      });
  }
  i.clock.set(i.end);
  const [first] = recruiters;
  if (first) await fillBoard(town, people, { company: first.company, clock: i.clock, end: i.end });
}
