import { openAsThief } from '../loot/database.ts';
import { type Clusters, startClusters } from '../town/clusters.ts';
import { live, settle } from '../town/live.ts';
import type { Resident } from '../town/resident.ts';
import type { Truth } from '../town/stage.ts';
import { marks } from './marks.ts';

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

/** Says something marked and takes it back. */
async function takeBack({ client }: Resident): Promise<void> {
  const room = 'square';
  const label = { kind: 'alias' } as const;
  const said = await client.outbox.add({
    kind: 'thread',
    room,
    title: 'Taken back',
    text: marks.deleted,
    label,
    now: true,
  });
  await client.outbox.run();
  const { state } = await client.outbox.settled(said.id);
  if (state.name !== 'sent') throw new Error(`what shall be deleted could not be said: ${state.name}`);
  const gone = await client.outbox.add({
    kind: 'delete',
    room,
    thread: state.thread,
    target: state.id,
    now: true,
  });
  await client.outbox.run();
  await client.outbox.settled(gone.id);
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
  let taken = false;
  const hooks = {
    async afterPost(who: Resident) {
      people.set(who.account, who);
      if (taken) return;
      taken = true;
      await takeBack(who);
    },
  };
  try {
    const citizens = await settle({ data, clusters, size });
    const truth = await live({ data, clusters, size }, citizens, { hooks });
    const tokens = (await Promise.all([...people.values()].map(tokensOf))).flat();
    const accounts = citizens.flatMap((one) => (one ? [one] : []));
    return { truth, accounts, tokens, ofTalk: await identifiers(clusters) };
  } finally {
    await clusters.stop();
  }
}
