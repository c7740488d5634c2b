import type { Prover } from '@teahouse/client';
import { type Person, signUpMember } from '../people.ts';
import type { Town } from '../town.ts';
import { employers } from './cast.ts';
import { names } from './names.ts';
import type { TownCompany } from './town/types.ts';

/** How many sign up at a time: enough to keep both cores busy while mails are on their way. */
const atATime = 8;

/** Everybody fetches the credential of the last batch. */
export async function refresh(people: readonly Person[]): Promise<void> {
  const queue = people.values();
  const work = async () => {
    for (const { client } of queue) await client.wallet.refresh();
  };
  await Promise.all(Array.from({ length: atATime }, work));
}

/** Everybody signs up, proves the job and gets the credential of the first batch. `onStep` hears of each. */
export async function settle(
  town: Town,
  companies: readonly TownCompany[],
  prover: Prover,
  onStep: () => void,
): Promise<Person[]> {
  const staff = employers(companies);
  const people = new Array<Person>(staff.length);
  const queue = staff.entries();
  const work = async () => {
    for (const [place, employer] of queue) {
      const company = companies.find(({ id }) => id === employer) as TownCompany;
      const { name, locale } = names[place % names.length] as (typeof names)[number];
      people[place] = await signUpMember(town, { name, locale, company }, { prover });
      onStep();
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  await town.batch();
  await refresh(people);
  return people;
}

/** The town's names of its rooms (`co-xinghe`) → ids: members chose the companies' ids. */
export async function findRooms(people: readonly Person[], companies: readonly TownCompany[]) {
  const [someone] = people;
  if (!someone) throw new RangeError('nobody lives here');
  const staff = employers(companies);
  const idOf = new Map(staff.map((employer, place) => [people[place]?.company, employer]));
  const { rooms } = await someone.client.talk.rooms();
  return new Map(
    rooms.map(({ id, kind, company, access }) => {
      // The room of a company's colleagues keeps its own name: everybody's talk is not said there.
      const isOpen = kind === 'company' && access === 'public';
      const own = isOpen && company !== null ? idOf.get(company) : undefined;
      return [own === undefined ? id : `co-${own}`, id];
    }),
  );
}
