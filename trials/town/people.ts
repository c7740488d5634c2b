import type { BulkNotices, BulkRefunds, TokenKey } from '@teahouse/contract/talk';
import type { HouseRule } from '@teahouse/protocol';
import type { Dice } from '@teahouse/testbed/dice';
import { appeal, report, say, unread } from './speak.ts';
import { type Citizen, hour, now, type Part, type Stage, type Told } from './stage.ts';
import { abuse, advertisement, ordinaryWords } from './words.ts';
import { type Guise, guises, type Harm } from './words-harm.ts';

/** How many of each there are. */
export type Crowd = Readonly<Record<Part, number>>;
export const wholeCrowd: Crowd = { ordinary: 200, troll: 5, spammer: 3, brigade: 20 };

/** Posts a day of ordinary members, and how many are so: most read, few write a lot. */
const rates = [
  { share: 0.6, rate: 0.1 },
  { share: 0.3, rate: 0.4 },
  { share: 0.08, rate: 1.5 },
  { share: 0.02, rate: 4 },
];

export function makeCitizens(crowd: Crowd, dice: Dice): Citizen[] {
  const parts = (Object.keys(crowd) as Part[]).flatMap((part) =>
    Array.from({ length: crowd[part] }, () => part),
  );
  return parts.map((part, place) => ({
    ...{ place, part },
    rate: part === 'ordinary' ? rates[dice.weighted(rates.map(({ share }) => share))]!.rate : 0,
    ...{
      purse: 0,
      readsRefunds: 0,
      readUntil: 0,
      aliases: new Set<string>(),
      luck: { plain: 1, bent: 1, sly: 1 },
    },
  }));
}

/** How likely somebody who reads a post reports it. */
const reportsIt: Readonly<Record<Harm | 'fair' | 'heated', number>> = {
  plain: 0.12,
  bent: 0.1,
  sly: 0.05,
  spam: 0.06,
  fair: 0.0003,
  heated: 0.002,
};
const ruleFor = ({ harm }: Told): HouseRule => (harm === 'spam' ? 'advertising' : 'insult');
/** So many reports are on their way at once: their order decides nothing. */
const together = 8;

/** Somebody opens the app, reads what is new, and reports what they cannot stand. */
export async function visit(stage: Stage, visitors: readonly Citizen[]): Promise<void> {
  const { dice } = stage;
  const made = visitors.flatMap((who) =>
    unread(stage, who)
      .filter((post) => dice.chance(reportsIt[post.harm ?? (post.heated ? 'heated' : 'fair')]))
      .map((post) => ({ who, post })),
  );
  for (let from = 0; from < made.length; from += together) {
    const some = made.slice(from, from + together);
    await Promise.all(some.map(({ who, post }) => report(stage, who, post, ruleFor(post))));
  }
}

const opens = 0.12;

export async function speakUp(stage: Stage, who: Citizen): Promise<void> {
  const { dice, outOfTokens } = stage;
  const [words, opening] = [ordinaryWords(dice), dice.chance(opens)];
  if ((await say(stage, who, words, opening)) !== 'no-tokens') return;
  // A device that is short reads the files out of turn.
  who.readsRefunds = 0;
  await collectRefunds(stage);
  if ((await say(stage, who, words, opening)) === 'no-tokens') outOfTokens.set(who.place, now(stage));
}

/** A troll spends what is left as fast as it can, on what did well before; refused words cost nothing, so it tries others. */
export async function rage(stage: Stage, who: Citizen): Promise<void> {
  const { dice } = stage;
  for (let tries = 0; who.purse > 0 && tries < 15; tries += 1) {
    const guise = guises[dice.weighted(guises.map((one) => who.luck[one]))] as Guise;
    const answer = await say(stage, who, abuse(dice, guise), false);
    if (answer === 'no-tokens') return;
    if (answer.startsWith('look-')) who.luck[guise] = Math.max(0.1, who.luck[guise] * 0.7);
  }
}

export async function advertise(stage: Stage, who: Citizen): Promise<void> {
  for (let tries = 0; who.purse > 0 && tries < 15; tries += 1)
    await say(stage, who, advertisement(stage.dice), who.purse > 1 && stage.dice.chance(0.3));
}

/** All of a brigade report the same good posts, those in hard words first. */
export async function brigade(stage: Stage, targets: number): Promise<void> {
  const { citizens, posts, shown, dice } = stage;
  const fresh = [...posts.values()].filter(
    ({ id, harm, at }) => !harm && shown.has(id) && at > now(stage) - 24 * hour,
  );
  const chosen = [...dice.shuffled(fresh)].sort(
    (a, b) => Number(b.heated ?? false) - Number(a.heated ?? false),
  );
  for (const post of chosen.slice(0, targets)) {
    const members = citizens.filter(({ part }) => part === 'brigade');
    for (let from = 0; from < members.length; from += together)
      await Promise.all(
        members.slice(from, from + together).map((who) => report(stage, who, post, 'insult')),
      );
  }
}

async function get<T>({ house }: Stage, path: string): Promise<T> {
  const answer = await house.town.talk.app.inject({ url: `/api/talk${path}` });
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`);
  return answer.json() as T;
}

/** Between two readings of the files a device lets so long pass, and up to as long again: as the client does. */
const pause = 8 * hour;

/** The devices that may look through the bulk files for what is their own: refunds that were signed. */
export async function collectRefunds(stage: Stage): Promise<void> {
  const readers = new Set<Citizen>();
  const { tokenKeys } = await get<{ tokenKeys: TokenKey[] }>(stage, '/info');
  for (const { id } of tokenKeys) {
    for (let after: string | null = ''; after !== null; ) {
      const from: string = after === '' ? '' : `&after=${after}`;
      const page: BulkRefunds = await get(stage, `/bulk/refunds?keyId=${id}${from}`);
      for (const { post, signatures } of page.refunds) {
        const reader = take(stage, post, signatures.length);
        if (reader) readers.add(reader);
      }
      after = page.next;
    }
  }
  for (const reader of readers) reader.readsRefunds = now(stage) + pause * (1 + stage.dice.next());
}

/** Who got something back. */
function take(stage: Stage, id: string, tokens: number): Citizen | undefined {
  const post = stage.posts.get(id);
  if (!post || post.refunded || post.author.readsRefunds > now(stage)) return undefined;
  post.refunded = true;
  post.author.purse += tokens;
  // It stayed for a day: more of the kind.
  if (post.harm && post.harm !== 'spam') post.author.luck[post.harm] *= 1.5;
  return post.author;
}

/** Authors find what was decided about their posts in the day's notices, and appeal: trolls too, if seldom. */
export async function readNotices(stage: Stage, day: string): Promise<void> {
  const { dice, posts } = stage;
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after === '' ? '' : `&after=${after}`;
    const page: BulkNotices = await get(stage, `/bulk/notices?day=${day}${from}`);
    for (const { id, post, action, appeal: made } of page.notices) {
      const own = posts.get(post);
      if (!own || action !== 'remove' || made) continue;
      if (dice.chance(own.harm ? 0.2 : 0.8)) await appeal(stage, own, id);
    }
    after = page.next;
  }
}
