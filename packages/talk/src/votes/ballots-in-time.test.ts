import { talkLimits } from '@teahouse/contract/talk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Holder, send } from '../testing/holder.ts';
import { counts, startTown, type Town } from '../testing/town.ts';
import { teas, votesIn } from '../testing/votes.ts';

let town: Town;
let v: ReturnType<typeof votesIn>;
const day = 86_400_000;
const choose = (...choices: number[]) => ({ choices });
const codeOf = async (answer: Promise<{ body: { code?: string } }>) => (await answer).body.code;

beforeAll(async () => {
  town = await startTown();
  v = votesIn(town);
});
afterAll(() => town.stop());

describe('a ballot', () => {
  it('is of the month in which the post was made, also in the next one, and closes after 14 days', async () => {
    town.clock.set('2026-11-30T23:58:00Z');
    const late = await v.open(new Holder(town), { poll: teas() });
    const voters = v.people(3);
    expect((await v.vote(voters[0]!, late, choose(0))).status).toBe(200);

    town.clock.set('2026-12-05T09:00:00Z');
    town.issuer.openEpoch('2026-12', counts, { rotate: true });
    await town.talk.refreshWindow();
    const december = new Holder(town, { epoch: '2026-12' });
    expect((await send(town, 'square', december.reply(late))).status).toBe(200);
    // Neither with the new month's credential, nor in a context of the new month.
    expect(await codeOf(v.vote(december, late, choose(1), { openingEpoch: '2026-11' }))).toBe(
      'ballot-foreign',
    );
    expect(await codeOf(v.vote(december, late, choose(1)))).toBe('ballot-foreign');
    expect(await codeOf(v.vote(voters[1]!, late, choose(1), { openingEpoch: '2026-12' }))).toBe(
      'presentation-invalid',
    );
    expect((await v.vote(voters[1]!, late, choose(1))).status).toBe(200);

    const open = Date.parse('2026-11-30T23:55:00Z') + talkLimits.ballotDays * day;
    town.clock.set(new Date(open - 1000));
    expect((await v.vote(voters[2]!, late, choose(2))).status).toBe(200);
    town.clock.set(new Date(open));
    expect(await codeOf(v.vote(new Holder(town), late, choose(0)))).toBe('ballot-closed');
    expect((await v.tallyOf(late)).poll).toEqual({ votes: [1, 1, 1], ballots: 3 });
  });

  it('is one also for who lost the phrase: the new commitment is signed from the next month on', async () => {
    town.clock.set('2026-12-22T09:00:00Z');
    const old = new Holder(town, { epoch: '2026-12' });
    const now = await v.open(new Holder(town, { epoch: '2026-12' }), { poll: teas() });
    expect((await v.vote(old, now, choose(0))).status).toBe(200);
    town.issuer.openEpoch('2027-01', counts);
    town.clock.set('2027-01-03T09:00:00Z');
    await town.talk.refreshWindow();
    // Other secrets, so another pseudonym: only the month's own credentials would let it vote, and it holds none.
    const anew = new Holder(town, { epoch: '2027-01' });
    expect(anew.ballot(now, choose(1), { kind: 'alias', openingEpoch: '2026-12' }).pseudonym).not.toBe(
      old.ballot(now, choose(1), { kind: 'alias' }).pseudonym,
    );
    expect(await codeOf(v.vote(anew, now, choose(1), { openingEpoch: '2026-12' }))).toBe('ballot-foreign');
    expect((await v.tallyOf(now)).poll).toEqual({ votes: [1, 0, 0], ballots: 1 });
  });
});
