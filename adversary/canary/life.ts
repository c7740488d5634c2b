import { openAsThief } from '../loot/database.ts';
import { type Clusters, startClusters } from '../town/clusters.ts';
import { live, settle } from '../town/live.ts';
import type { Resident } from '../town/resident.ts';
import type { Truth } from '../town/stage.ts';
import { marks } from './marks.ts';
import { useNamedHalf } from './named.ts';

/** What went over the wire of a small town, and must not be found where it doesn't belong. */
export interface Life {
  readonly truth: Truth;
  readonly accounts: readonly {
    readonly account: string;
    readonly email: string;
    readonly password: string;
  }[];
  /** Posting tokens in clear, as they were sent. */
  readonly tokens: readonly Buffer[];
  /** Pseudonyms and ids of talk. */
  readonly ofTalk: readonly Buffer[];
}

const size = { members: 14, companies: 1, days: 4, posts: 24, seed: 8 };

/** Says something at once and tells where it stands. */
async function say({ client }: Resident, act: Parameters<Resident['client']['outbox']['add']>[0]) {
  const said = await client.outbox.add({ ...act, now: true });
  await client.outbox.run();
  const { state } = await client.outbox.settled(said.id);
  if (state.name !== 'sent') throw new Error(`a marked act could not leave: ${JSON.stringify(state)}`);
  return state;
}

/** Says something marked and takes it back. */
async function takeBack(who: Resident): Promise<void> {
  const common = { room: 'square', label: { kind: 'alias' } } as const;
  const { id, thread } = await say(who, {
    kind: 'thread',
    ...common,
    title: 'Taken back',
    text: marks.deleted,
  });
  await say(who, { kind: 'delete', room: 'square', thread, target: id });
}

/** Types marked words into both halves' search fields; talk has none such, so they stay with who asks. */
async function lookFor({ client }: Resident): Promise<void> {
  const { search: q } = marks;
  for (const query of [{ q }, { q: `"${q}" weekly` }, { q, room: 'square', days: 7 }])
    await client.talk.search({ query });
  await client.members.companies({ query: { q } }).catch(() => undefined); // whether signed in or not
}

/** Somebody else answers with marked words, and the inbox of who is answered opens them. */
async function readAnAnswer(asks: Resident, answers: Resident): Promise<void> {
  const common = { room: 'square', label: { kind: 'alias' } } as const;
  const asked = await say(asks, { kind: 'thread', ...common, title: 'Asked', text: 'Who knows?' });
  const { thread, id: target } = asked;
  const { id } = await say(answers, { kind: 'reply', ...common, thread, target, text: marks.answer });
  await asks.client.inbox.look();
  if (!asks.client.inbox.snapshot().items.some((item) => item.id === id))
    throw new Error('the inbox did not tell of a marked answer');
  const words = await asks.client.inbox.words({ room: 'square', thread }, [id]);
  if (words.posts.get(id)?.body?.text !== marks.answer) throw new Error('the marked answer was not read');
}

/** Tokens as the device's purse has them, spent ones included. */
async function tokensOf({ store }: Resident): Promise<Buffer[]> {
  const values = await Promise.all((await store.keys()).map((key) => store.get(key)));
  return [...JSON.stringify(values).matchAll(/"token":"([\w-]{100,})"/g)].map(([, token]) =>
    Buffer.from(token as string, 'base64url'),
  );
}

async function identifiers(clusters: Clusters): Promise<Buffer[]> {
  const db = await openAsThief(clusters.talk.adminUrl, 'talk');
  try {
    await db.query('VACUUM');
    const { rows } = await db.query<{ id: Buffer }>(
      'SELECT id FROM posts UNION SELECT pseudonym FROM aliases UNION SELECT nonce FROM spent',
    );
    return rows.map(({ id }) => id);
  } finally {
    await db.end();
  }
}

/** Lets a small town live in `data`, in the folders that `npm start` opens afterwards. */
export async function smallLife(data: string): Promise<Life> {
  const clusters = await startClusters(data);
  const people = new Map<string, Resident>();
  let first: Resident | undefined;
  let answered = false;
  const hooks = {
    async afterPost(who: Resident) {
      people.set(who.account, who);
      if (!first) {
        first = who;
        await takeBack(who);
        await lookFor(who);
      } else if (!answered && who !== first) {
        answered = true;
        await readAnAnswer(first, who);
        await useNamedHalf(first, who);
      }
    },
  };
  try {
    const citizens = await settle({ data, clusters, size });
    const { report, note, decision, appeal } = marks;
    const order = { report, note, decision, appeal };
    const truth = await live({ data, clusters, size }, citizens, { hooks, order });
    const tokens = (await Promise.all([...people.values()].map(tokensOf))).flat();
    const accounts = citizens.flatMap((one) => (one ? [one] : []));
    return { truth, accounts, tokens, ofTalk: await identifiers(clusters) };
  } finally {
    await clusters.stop();
  }
}
