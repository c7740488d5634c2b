import { randomUUID } from 'node:crypto';
import type { FakeClock } from '@teahouse/kit/clock';
import { createDice } from '../dice.ts';
import type { Person } from '../people.ts';
import type { Town } from '../town.ts';
import { day } from './times.ts';
import { invitations, talks, templates, wishes } from './town/hiring.ts';
import { cities } from './town/jobs.ts';

/** So many are open to work, are invited, and are written to at most. */
const wanting = 26;
const invited = 9;
const written = 14;

/**
 * Whoever tries the demo can sign in as the recruiter of a company: `recruiter.<first part of its domain>@teahouse.example`,
 * with the password of all people here. Printed by `teahouse start`.
 */
async function nameRecruiters(town: Town, recruiters: readonly Person[]): Promise<void> {
  for (const { email, workEmail } of recruiters) {
    const [first = ''] = (workEmail.split('@')[1] ?? '').split('.');
    await town.members.context.pool.query('UPDATE accounts SET email = $2 WHERE email = $1', [
      email,
      `recruiter.${first}@teahouse.example`,
    ]);
  }
}

/** What a recruiter and who applied say to each other, in turns. */
async function converse(application: string, turns: readonly string[], sides: readonly [Person, Person]) {
  for (const [n, text] of turns.entries()) {
    const { members } = (sides[n % 2] as Person).client;
    await members.sendMessage({ params: { application, message: randomUUID() }, body: { text } });
  }
}

/**
 * Some of the town are open to work, some of them invited; in some applications both sides write. The same for the same
 * seed; the clock stands at `end` afterwards.
 */
export async function openUp(
  town: Town,
  people: readonly Person[],
  i: { clock: FakeClock; end: Date },
  seed = 12_07,
): Promise<void> {
  const dice = createDice(seed);
  const recruiters = [...new Map([...people].reverse().map((one) => [one.company, one])).values()].reverse();
  i.clock.set(new Date(i.end.getTime() - 2 * day));
  const others = people.filter((one) => !recruiters.includes(one));
  const open = dice.shuffled(others).slice(0, wanting);
  for (const { client } of open) {
    const { roles, levels, words } = dice.pick(wishes);
    await client.members.setOpenToWork({
      body: {
        ...{ roles: [...roles], levels: [...levels], words, hidden: [] },
        cities: dice.shuffled(cities).slice(0, 1 + dice.below(2)),
        remote: dice.chance(0.4),
      },
    });
  }
  for (const by of recruiters.slice(0, 3))
    for (const body of templates)
      await by.client.members.addTemplate({ params: { company: by.company }, body });

  for (const [n, someone] of open.slice(0, invited).entries()) {
    const by = dice.pick(recruiters.filter(({ company }) => company !== someone.company));
    const { jobs } = await by.client.members.postedJobs({ query: {} });
    const job = jobs.filter((one) => one.open && one.company.id === by.company)[n % 5]?.id;
    const { id: member } = await someone.client.members.me();
    const note = dice.pick(invitations);
    if (job !== undefined) await by.client.members.invite({ params: { job, member }, body: { note } });
  }

  i.clock.set(new Date(i.end.getTime() - day));
  let talked = 0;
  for (const applicant of people) {
    if (talked === written) break;
    const { applications } = await applicant.client.members.ownApplications({ query: {} });
    // Ids are drawn anew each time: by what stays the same.
    const [first] = applications
      .filter(({ withdrawn, stage }) => !withdrawn && stage !== 'declined')
      .sort((one, other) =>
        one.job.title + one.job.company.id < other.job.title + other.job.company.id ? -1 : 1,
      );
    const by = recruiters.find(({ company }) => company === first?.job.company.id);
    if (!first || !by) continue;
    await converse(first.id, dice.pick(talks), [by, applicant]);
    talked += 1;
  }
  i.clock.set(i.end);
  await nameRecruiters(town, recruiters);
}
