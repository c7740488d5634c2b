import { randomUUID } from 'node:crypto';
import type { Teahouse } from '@teahouse/client';
import type { BoardCard, Stage } from '@teahouse/contract/members';
import type { FakeClock } from '@teahouse/kit/clock';
import { dayOf } from '@teahouse/protocol';
import { createDice, type Dice } from '../dice.ts';
import { newDevice, type Person } from '../people.ts';
import type { Town } from '../town.ts';
import { day } from './times.ts';
import { boardLabels, boardNotes, letters } from './town/jobs.ts';

/** Whoever tries the demo can sign in as a recruiter of its first company. Printed by `teahouse start`. */
export const recruiter = {
  name: '招聘者 He',
  email: 'recruiter@teahouse.example',
  password: 'a cup of longjing tea',
} as const;

/** Applicants of the job whose board is shown, and the days before the end on which they came and were gone through. */
const crowd = 40;
const [came, screened, met] = [4, 3, 1];
/** How far the applications of that board have come, in the order of their coming. */
const spread: readonly Stage[] = ['new', 'interview', 'new', 'screen', 'declined', 'screen', 'new', 'offer'];

type Members = Teahouse['members'];

/** Named from outside, as somebody whom a company pays to hire: for half a year, as an owner would (decision 26). */
async function moveIn(town: Town, company: string, end: Date): Promise<Members> {
  const { members } = (await newDevice(town)).client;
  const { email, password, name } = recruiter;
  await members.signUp({ body: { email, password, name, locale: 'zh' } });
  await members.confirmEmail({ body: { email, code: await town.mailbox.codeFor(email) } });
  const { id } = await members.me();
  await town.members.context.pool.query(
    `INSERT INTO representatives (company_id, account_id, role, until) VALUES ($1, $2, 'recruiter', $3)`,
    [company, id, dayOf(new Date(end.getTime() + 180 * day))],
  );
  return members;
}

async function cardsOf(members: Members, job: string): Promise<BoardCard[]> {
  const { cards } = await members.board({ params: { job }, query: {} });
  return cards.toSorted((a, b) => a.place - b.place);
}

/** Moves the cards for which a stage is given, one behind the other. */
async function moveAll(members: Members, job: string, to: (card: BoardCard, n: number) => Stage | undefined) {
  const moves = (await cardsOf(members, job)).flatMap((card, n) => {
    const stage = to(card, n);
    if (!stage || stage === card.stage) return [];
    return [{ application: card.id, version: card.version, stage, place: n + 1 }];
  });
  if (moves.length > 0) await members.moveApplications({ params: { job }, body: { moves } });
}

/** Labels of the company on some of the cards, and notes on others. */
async function remark(members: Members, i: { company: string; job: string; dice: Dice }): Promise<void> {
  const { company, job, dice } = i;
  const cards = await cardsOf(members, job);
  for (const [n, label] of boardLabels.entries()) {
    const made = await members.addLabel({ params: { company }, body: label });
    const applications = cards.filter((_, at) => (at + n) % 4 === 0).map(({ id }) => id);
    if (applications.length === 0) continue; // of a small town
    await members.labelApplications({
      params: { job, label: made.id },
      body: { applications, on: true },
    });
  }
  for (const { id } of cards.filter((_, at) => at % 5 === 2))
    await members.addNote({
      params: { application: id, note: randomUUID() },
      body: { text: dice.pick(boardNotes) },
    });
}

/**
 * The first company has a recruiter of whom the demo tells, and a job with a board that somebody went through over some
 * days. The same for the same people; the clock stands at `end` afterwards.
 */
export async function fillBoard(
  town: Town,
  people: readonly Person[],
  i: { company: string; clock: FakeClock; end: Date },
): Promise<void> {
  const { company, clock, end } = i;
  const dice = createDice(11_08);
  const daysBefore = (days: number) => clock.set(new Date(end.getTime() - days * day));
  const members = await moveIn(town, company, end);
  daysBefore(came);
  const { jobs } = await members.hireJobs({ query: {} });
  // The newest that was posted by then, as nobody applies before.
  const first = jobs.find(({ job }) => job.open && job.posted <= clock.now().toISOString().slice(0, 10));
  if (!first) throw new Error('the first company of the town has no job');
  const job = first.job.id;
  const known = new Set((await cardsOf(members, job)).map(({ member }) => member.name));
  const others = dice.shuffled(people.filter((one) => one.company !== company && !known.has(one.name)));
  for (const { client } of others.slice(0, crowd))
    await client.members.apply({
      params: { application: randomUUID() },
      body: { job, words: dice.pick(letters), file: null },
    });
  const goal = (n: number): Stage => spread[n % spread.length] ?? 'new';
  const order = new Map((await cardsOf(members, job)).map(({ id }, n) => [id, goal(n)]));
  daysBefore(screened);
  await moveAll(members, job, ({ id }) => (order.get(id) === 'new' ? undefined : 'screen'));
  daysBefore(met);
  await moveAll(members, job, ({ id }) => (order.get(id) === 'screen' ? undefined : order.get(id)));
  await remark(members, { company, job, dice });
  daysBefore(0);
}
