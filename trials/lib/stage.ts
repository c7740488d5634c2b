import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import { fromBase64url } from '@teahouse/protocol';
import { newMembers, type Person, startTeahouse, type Town } from '@teahouse/testbed';
import { leftover } from './leftovers.ts';
import { openMint, type Speaker } from './speaker.ts';

/** The data folder of a town with people in it, which nothing runs over at present. */
export interface Stage {
  readonly data: string;
  readonly speakers: readonly Speaker[];
  /** Those of the named half, who are the same people. */
  readonly accounts: readonly Account[];
  remove(): void;
}
export interface Account {
  readonly email: string;
  readonly password: string;
}

const company = {
  name: { zh: '星河网络', en: 'Starriver' },
  industry: 'internet',
  domain: 'starriver.example',
};
/** Above the demo's floor of five, so that every kind of label may be shown. */
const PEOPLE = 6;

/**
 * Makes it with members who sign up, verify and hold credentials; `teahouse start` opens it afterwards. `own`: addresses of
 * databases that are there already, where the folder is not to have embedded ones.
 */
export async function makeStage(own?: Readonly<Record<'members' | 'talk', string>>): Promise<Stage> {
  const data = mkdtempSync(path.join(tmpdir(), 'tea-trial-'));
  const remove = leftover(() =>
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  );
  const clusters: EmbeddedPostgres[] = [];
  const start = async (name: 'members' | 'talk') => {
    const cluster = await startEmbeddedPostgres({ dir: path.join(data, name, 'database'), name });
    clusters.push(cluster);
    return cluster.url;
  };
  const embedded = async () => {
    const [members = '', talk = ''] = await Promise.all([start('members'), start('talk')]);
    return { members, talk };
  };
  try {
    const databases = own ?? (await embedded());
    const town = await startTeahouse({ data, databases });
    try {
      const specs = Array.from({ length: PEOPLE }, (_, i) => ({ name: `Person ${i}`, company }));
      const people = await newMembers(town, specs);
      const accounts = people.map(({ email, password }) => ({ email, password }));
      return { data, speakers: await speakersOf(town, data, people), accounts, remove };
    } finally {
      await town.stop();
    }
  } catch (error) {
    remove();
    throw error;
  } finally {
    await Promise.all(clusters.map((cluster) => cluster.stop()));
  }
}

/** Their credentials as the issuer handed them out, and the mint of the month. */
export async function speakersOf(
  town: Town,
  data: string,
  people: readonly Pick<Person, 'client'>[],
): Promise<Speaker[]> {
  const { instance } = await town.talk.app.inject('/api/talk/info').then((reply) => reply.json());
  const { keys } = await people[0]!.client.talk.issuer();
  const mint = openMint(data, town.clock.now());
  return Promise.all(
    people.map(async ({ client }) => {
      const [issued] = (await client.members.credentials()).credentials;
      if (!issued) throw new Error('no credential came of the batch');
      const { epoch, company: id, industry, standing, key, signature } = issued;
      const publicKey = keys.find((one) => one.id === key)?.publicKey ?? '';
      return {
        instance,
        issuerPublicKey: fromBase64url(publicKey),
        signature: fromBase64url(signature),
        credential: { epoch, company: id, industry, standing },
        seed: client.wallet.seed(),
        mint,
      };
    }),
  );
}
