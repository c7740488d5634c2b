import { newMember } from '@teahouse/testbed';
import { type Breaches, type ClockStage, company, unless, verdict, write } from './clock-stage.ts';
import { countIn } from './count.ts';
import type { Speaker } from './speaker.ts';
import { speakersOf } from './stage.ts';

/** Talk's answer at each moment, in this order, to somebody with a credential of one epoch. */
async function atMoments(
  stage: ClockStage,
  speaker: Speaker,
  moments: readonly (readonly [moment: string, expected: string])[],
): Promise<string[]> {
  const breaches: string[] = [];
  for (const [moment, expected] of moments) {
    stage.clock.set(moment);
    const found = await verdict(stage, await write(stage, speaker));
    breaches.push(...unless(found, expected, `${speaker.credential.epoch} at ${moment}`));
  }
  return breaches;
}

/** A signature for each, so that a second signing shows: what members holds, and how much of it. */
const issued = ({ town }: ClockStage, epoch: string): Promise<number> =>
  countIn(town.databases.members, 'SELECT count(*) FROM credentials WHERE epoch = $1', epoch);

/** protocol.md 1.4: a credential counts in its epoch, and after it until the next is out, three days at most. */
export async function epochRules(stage: ClockStage): Promise<Breaches> {
  const { town, clock, data, people } = stage;
  const [november] = (await speakersOf(town, data, people)) as [Speaker];
  const epochs = await atMoments(stage, november, [
    ['2026-11-30T23:59:00Z', 'accepted'],
    ['2026-11-01T00:00:00Z', 'accepted'],
    ['2026-11-18T09:00:00Z', 'accepted'],
  ]);
  const grace = await atMoments(stage, november, [
    ['2026-12-03T23:59:00Z', 'accepted'],
    ['2026-12-04T00:01:00Z', 'epoch-stale'],
    ['2026-12-02T09:00:00Z', 'accepted'],
  ]);

  clock.set('2026-12-02T09:00:00Z');
  await town.batch();
  const [december] = (await speakersOf(town, data, people)) as [Speaker];
  grace.push(...(await atMoments(stage, november, [['2026-12-02T09:05:00Z', 'epoch-stale']])));
  epochs.push(...(await atMoments(stage, december, [['2026-12-02T09:05:00Z', 'accepted']])));
  // December is out: whatever a clock says afterwards, November is over.
  const reopened = await atMoments(stage, november, [
    ['2026-11-30T23:00:00Z', 'epoch-stale'],
    ['2026-11-20T09:00:00Z', 'epoch-stale'],
  ]);

  const before = await issued(stage, '2026-11');
  await town.batch();
  const signedTwice = unless(
    await issued(stage, '2026-11'),
    before,
    'a batch with the clock back in November',
  );
  const newcomer = await newMember(town, { name: 'Cy', company }).then(
    ({ client }) => client.wallet.snapshot().credentials.filter(({ epoch }) => epoch === '2026-11').length,
    () => 0,
  );
  reopened.push(...unless(newcomer, 0, 'credentials of November for a newcomer, after December was out'));
  clock.set('2026-12-10T09:00:00Z');
  const december1 = await issued(stage, '2026-12');
  await town.batch();
  await town.batch();
  const later = (await issued(stage, '2026-12')) - december1;
  signedTwice.push(...unless(later <= 1, true, 'credentials of December signed again')); // the newcomer's
  return { epochs, grace, 'reopened-epochs': reopened, 'signed-twice': signedTwice };
}
