import { createHash } from 'node:crypto';
import { setup, teardown } from '@teahouse/kit/test-cluster';
import { testClusterVariable } from '@teahouse/kit/test-db';
import type { Credential } from '@teahouse/protocol';
import { createDice, type Dice } from '@teahouse/testbed/dice';
import { deskSettings, directory, startTalkAlone, type TalkAlone } from '@teahouse/testbed/talk-alone';
import { openMintIn, type Speaker } from '../lib/speaker.ts';

const instance = 'tea.example';
/** A Thursday; thirty days on it is still the same month, so that one credential and one token key do. */
export const firstDay = '2026-10-01';
const epoch = '2026-10';
const credential: Credential = { epoch, company: 'xinghe', industry: 'internet', standing: 'current' };

/** Talk with so many people who hold credentials, and the clock in the trial's hand. */
export interface House {
  readonly town: TalkAlone;
  readonly speakers: readonly Speaker[];
  close(): Promise<void>;
}

const seedOf = (seed: number, place: number): Uint8Array =>
  new Uint8Array(createHash('sha256').update(`town ${seed} ${place}`).digest());

const bytesFrom = (dice: Dice) => (length: number) => Uint8Array.from({ length }, () => dice.below(256));

/** Opens it, over a database that is thrown away with it. */
export async function openTown(people: number, seed: number): Promise<House> {
  const isOurs = process.env[testClusterVariable] === undefined;
  if (isOurs) await setup();
  const counts = [
    { company: 'xinghe', industry: 'internet', n: people, standing: 'current', evidence: 'mailbox-code' },
  ] as const;
  const founding = { start: `${firstDay}T00:01:00Z`, epoch, counts };
  const town = await startTalkAlone({ ...deskSettings, floor: 5 }, { instance, directory }, founding);
  const mint = openMintIn(town.secrets, town.clock.now());
  const issuerPublicKey = town.issuer.publicKeyOf(epoch);
  // Nonces decide the order of ids, and so of cases that are as pressing as each other.
  const rng = bytesFrom(createDice(seed + 1));
  const speakers = Array.from({ length: people }, (_, place) => {
    const own = seedOf(seed, place);
    const signature = town.issuer.issue(own, credential);
    return { instance, issuerPublicKey, signature, credential, seed: own, mint, rng };
  });
  return {
    town,
    speakers,
    async close() {
      await town.stop();
      if (!isOurs) return;
      await teardown();
      delete process.env[testClusterVariable];
    },
  };
}
