import { parseArgs } from 'node:util';
import { fakeClock } from '@teahouse/kit/clock';
import { startTeahouse } from '../town.ts';
import { handInBadges } from './badges.ts';
import { openConsole } from './console.ts';
import { hire } from './hire.ts';
import { live } from './live.ts';
import { planLives } from './lives.ts';
import { openUp } from './open.ts';
import { keepOrder } from './order.ts';
import { planTown, townDays } from './plan.ts';
import { play } from './play.ts';
import { openProvers } from './provers.ts';
import { represent } from './represent.ts';
import { findRooms, settle } from './settle.ts';
import { tell } from './tell.ts';
import { day } from './times.ts';
import { answers, pages } from './town/company-pages.ts';
import { companies, threads } from './town/index.ts';
import { posts } from './town/posts.ts';
import { inOrder, planVotes } from './votes.ts';

/** Floor of the demo, where the operator sets none: most companies of the town reach it, one doesn't. */
const demoFloor = 5;

const { values } = parseArgs({
  options: {
    'members-database': { type: 'string' },
    'talk-database': { type: 'string' },
    data: { type: 'string' },
  },
});

/** An argument that has to be there; ends the program with a sentence where it isn't. */
function required(name: keyof typeof values): string {
  const value = values[name];
  if (value !== undefined) return value;
  console.error('Usage: main.ts --members-database URL --talk-database URL --data DIR');
  process.exit(2);
}

const databases = { members: required('members-database'), talk: required('talk-database') };
const data = required('data');
const floor = Number(process.env.TEAHOUSE_FLOOR ?? process.env.TEAHOUSE_TALK_FLOOR ?? demoFloor);

const end = new Date();
const clock = fakeClock(new Date(end.getTime() - townDays * day));
const said = planTown(threads, companies, end);
const plan = inOrder(said, planVotes(said, threads, companies, end));
const total = companies.reduce((sum, { people }) => sum + people, 0) + plan.length;
let done = 0;
const step = () => {
  done += 1;
  if (done % 10 === 0 || done === total) console.log(`seed ${done}/${total}`);
};

console.log(`seed 0/${total} opening the town`);
const provers = openProvers();
const town = await startTeahouse({ clock, floor, databases, data, schedule: 'daily' });
try {
  const people = await settle(town, companies, provers.prover, step);
  await live(people, planLives(companies, clock.now().getUTCFullYear()));
  const rooms = await findRooms(people, companies);
  await play(plan, { town: { ...town, clock }, people, threads, rooms }, step);
  await represent({ town: { ...town, clock }, people, rooms, end }, { pages, answers });
  await tell(posts, { people, clock, end });
  await hire(town, people, { clock, end });
  await openUp(people, { clock, end });
  await keepOrder(town, people);
  // On the last day: what waits longer than two weeks is refused.
  await handInBadges(town);
  await openConsole(town);
} finally {
  await town.stop();
  await provers.close();
}
console.log(`seeded ${companies.length} companies, ${total - plan.length} people, ${threads.length} threads`);
