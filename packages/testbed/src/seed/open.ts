import { randomUUID } from 'node:crypto';
import type { FakeClock } from '@teahouse/kit/clock';
import { createDice, type Dice } from '../dice.ts';
import type { Person } from '../people.ts';
import { day } from './times.ts';
import { invitations, talks, templates, wishes } from './town/hiring.ts';
import { cities } from './town/jobs.ts';

/** So many are open to work, are invited, and are written to at most. */
const wanting = 26;
const invited = 9;
const written = 14;

/** What a recruiter and who applied say to each other, in turns. */
async function converse(application: string, turns: readonly string[], sides: readonly [Person, Person]) {
  for (const [n, text] of turns.entries()) {
    const { members } = (sides[n % 2] as Person).client;
    await members.sendMessage({ params: { application, message: randomUUID() }, body: { text } });
  }
}

/** They say so. */
async function wish(open: readonly Person[], dice: Dice): Promise<void> {
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
}

/** Each of some is invited to a job of another company, for which they have not applied. */
async function invite(some: readonly Person[], recruiters: readonly Person[], dice: Dice): Promise<void> {
  for (const [n, { client, company }] of some.entries()) {
    const by = dice.pick(recruiters.filter((one) => one.company !== company));
    const note = dice.pick(invitations);
    const { applications } = await client.members.ownApplications({ query: {} });
    const { jobs } = await by.client.members.postedJobs({ query: {} });
    const free = jobs.filter(
      (job) =>
        job.open && job.company.id === by.company && !applications.some((one) => one.job.id === job.id),
    );
    const job = free[n % 5]?.id;
    const { id: member } = await client.members.me();
    if (job !== undefined) await by.client.members.invite({ params: { job, member }, body: { note } });
  }
}

/** In one application each of some people both sides write. */
async function talk(people: readonly Person[], recruiters: readonly Person[], dice: Dice): Promise<void> {
  let talked = 0;
  for (const applicant of people) {
    if (talked === written) return;
    const { applications } = await applicant.client.members.ownApplications({ query: {} });
    // Ids are drawn anew each time: by what stays the same.
    const place = ({ job }: (typeof applications)[number]) => `${job.title} ${job.company.id} ${job.city}`;
    const [first] = applications
      .filter(({ withdrawn, stage }) => !withdrawn && stage !== 'declined')
      .sort((one, other) => (place(one) < place(other) ? -1 : 1));
    const by = recruiters.find(({ company }) => company === first?.job.company.id);
    if (!first || !by) continue;
    await converse(first.id, dice.pick(talks), [by, applicant]);
    talked += 1;
  }
}

/**
 * Some of the town are open to work, some of them invited; in some applications both sides write. The same for the same
 * seed; the clock stands at `end` afterwards.
 */
export async function openUp(
  people: readonly Person[],
  i: { clock: FakeClock; end: Date },
  seed = 12_07,
): Promise<void> {
  const dice = createDice(seed);
  const recruiters = [...new Map([...people].reverse().map((one) => [one.company, one])).values()].reverse();
  i.clock.set(new Date(i.end.getTime() - 2 * day));
  const others = people.filter((one) => !recruiters.includes(one));
  const open = dice.shuffled(others).slice(0, wanting);
  await wish(open, dice);
  for (const by of recruiters.slice(0, 3))
    for (const body of templates)
      await by.client.members.addTemplate({ params: { company: by.company }, body });

  await invite(open.slice(0, invited), recruiters, dice);

  i.clock.set(new Date(i.end.getTime() - day));
  await talk(people, recruiters, dice);
  i.clock.set(i.end);
}
