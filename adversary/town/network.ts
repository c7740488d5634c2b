import { ApiError } from '@teahouse/client';
import type { Dice } from '@teahouse/testbed/dice';
import { paintedSquare } from './picture.ts';
import type { Resident } from './resident.ts';
import type { Stage } from './stage.ts';
import { noteToAsk, remark, someName, statement } from './words.ts';

/** What people do in the named half when they open it, each as a probability. */
export interface Networking {
  /** Of each visit to talk: the same person goes through the named half as well, before, between or after. */
  readonly alongside: number;
  /** Opens what the bell tells, and has it marked as seen. */
  readonly notices: number;
  /** Looks at who asked, and answers most. */
  readonly requests: number;
  /** Reads the feed; what follows is of each post in it, up to a handful. */
  readonly feed: number;
  readonly reacts: number;
  readonly comments: number;
  readonly shares: number;
  readonly hides: number;
  readonly reports: number;
  /** Writes a post; of these so many have a picture. */
  readonly posts: number;
  readonly shows: number;
  /** Looks for people, companies or posts. */
  readonly searches: number;
  /** Looks at somebody's page; of these asks for a connection, or follows. */
  readonly looks: number;
  readonly asks: number;
  readonly follows: number;
  /** Changes the own page; of these so many put up a photo. */
  readonly edits: number;
  readonly photos: number;
}

/** As a network of colleagues is used on an ordinary day: much is read, something is said every other visit. */
export const usualNetworking: Networking = {
  ...{ alongside: 0.6, notices: 0.7, requests: 0.6, feed: 0.9 },
  ...{ reacts: 0.15, comments: 0.06, shares: 0.02, hides: 0.01, reports: 0.01 },
  ...{ posts: 0.15, shows: 0.1, searches: 0.25, looks: 0.5, asks: 0.5, follows: 0.2 },
  ...{ edits: 0.06, photos: 0.3 },
};
/** The named half is opened and closed: for trials in which it is not what goes wrong. */
export const noNetworking = Object.fromEntries(
  Object.keys(usualNetworking).map((name) => [name, 0]),
) as unknown as Networking;

export const networkingOf = ({ hooks }: Stage): Networking => hooks.networking ?? usualNetworking;

/** What two people do at once: the thing is gone, or has changed, by the time it is touched. */
const overtaken = new Set([
  ...['request-unknown', 'person-unknown', 'post-unknown', 'comment-unknown', 'share-closed'],
  ...['thing-unknown', 'report-own', 'profile-stale', 'suspended', 'requests-open'],
]);
async function tried(task: Promise<unknown>): Promise<void> {
  await task.catch((error: unknown) => {
    if (!(error instanceof ApiError && overtaken.has(error.code))) throw error;
  });
}

/** A look through the named half by who is signed in, in the order in which its pages invite to it. */
export async function lookThrough(stage: Stage, who: Resident): Promise<void> {
  const { dice, hooks } = stage;
  const does = networkingOf(stage);
  await hooks.beforeNamed?.(who);
  await who.client.members.noticesUnseen();
  if (dice.chance(does.notices)) await readNotices(stage, who);
  if (dice.chance(does.requests)) await answerRequests(dice, who);
  if (dice.chance(does.feed)) await readFeed(stage, who);
  if (dice.chance(does.posts)) await post(dice, who, does);
  if (dice.chance(does.searches)) await search(dice, who);
  if (dice.chance(does.looks)) await meetSomeone(dice, who, does);
  if (dice.chance(does.edits)) await editPage(dice, who, does);
}

async function readNotices({ hooks }: Stage, who: Resident): Promise<void> {
  const { members } = who.client;
  const { latest } = await members.notices({ query: {} });
  await members.noticesSeen({ body: { upTo: latest } });
  await hooks.afterNotices?.(who);
}

async function answerRequests(dice: Dice, { client: { members } }: Resident): Promise<void> {
  const { requests } = await members.requests({ query: {} });
  for (const { member } of requests.slice(0, 4)) {
    const params = { member: member.id };
    if (dice.chance(0.75)) await tried(members.acceptRequest({ params }));
    else if (dice.chance(0.4)) await tried(members.declineRequest({ params }));
  }
}

async function readFeed(stage: Stage, who: Resident): Promise<void> {
  const { dice } = stage;
  const { members } = who.client;
  const does = networkingOf(stage);
  const { posts } = await members.feed({ query: dice.chance(0.2) ? { order: 'newest' } : {} });
  for (const { id, author } of dice.shuffled(posts).slice(0, 6)) {
    const params = { post: id };
    if (dice.chance(does.reacts)) await tried(members.react({ params, body: { kind: dice.pick(signs) } }));
    if (dice.chance(does.comments)) {
      await tried(members.comments({ params }));
      await tried(members.addComment({ params, body: { text: remark(dice) } }));
    }
    if (author === who.account) continue;
    if (dice.chance(does.shares)) await tried(members.addPost({ body: { text: remark(dice), shares: id } }));
    if (dice.chance(does.hides)) await tried(members.hidePost({ params }));
    if (dice.chance(does.hides / 4)) await tried(members.mute({ params: { member: author } }));
    if (dice.chance(does.reports)) {
      const thing = { kind: 'post', id } as const;
      await tried(members.report({ body: { thing, reason: 'other', words: remark(dice) } }));
    }
  }
}
const signs = ['like', 'celebrate', 'insightful', 'support'] as const;

async function post(dice: Dice, { client: { members } }: Resident, does: Networking): Promise<void> {
  const pictures = dice.chance(does.shows)
    ? [(await members.addPicture({ body: { file: paintedSquare(dice) } })).picture]
    : [];
  const audience = dice.chance(0.3) ? 'connections' : 'everyone';
  await tried(members.addPost({ body: { text: statement(dice), audience, pictures } }));
}

async function search(dice: Dice, { client: { members } }: Resident): Promise<void> {
  const q = someName(dice);
  if (dice.chance(0.6)) await members.searchPeople({ query: { q } });
  else if (dice.chance(0.5)) await members.searchCompanies({ query: { q: 'Firm' } });
  else await members.searchPosts({ query: { q: 'weekly' } });
}

/** Somebody out of a search or of those one may know: the page is looked at, and perhaps a tie asked for. */
async function meetSomeone(dice: Dice, { client, account }: Resident, does: Networking): Promise<void> {
  const { members } = client;
  const { suggestions } = await members.suggestions();
  const { found } = await members.searchPeople({ query: { q: someName(dice) } });
  const known = [...suggestions, ...found].map(({ member }) => member).filter(({ id }) => id !== account);
  if (known.length === 0) return;
  const { id: member, handle } = dice.pick(known);
  await tried(members.person({ params: { handle } }));
  const params = { member };
  if (dice.chance(does.asks))
    await tried(members.askConnection({ params, body: { note: dice.chance(0.5) ? noteToAsk(dice) : '' } }));
  else if (dice.chance(does.follows)) await tried(members.follow({ params }));
}

async function editPage(dice: Dice, { client: { members } }: Resident, does: Networking): Promise<void> {
  const { sections } = await members.ownProfile();
  const { audience, version } = sections.about;
  const edit = { section: 'about', version, audience, content: statement(dice) } as const;
  await tried(members.editSection({ body: edit }));
  if (!dice.chance(does.photos)) return;
  const { picture } = await members.addPicture({ body: { file: paintedSquare(dice) } });
  await tried(members.setPhoto({ body: { picture } }));
}
