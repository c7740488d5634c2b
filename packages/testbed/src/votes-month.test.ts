import { fakeClock } from '@teahouse/kit/clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ComposeInput, harbour, opening, send } from './fixtures.ts';
import { anotherDevice, newMember, newMembers, type Person } from './people.ts';
import { startTeahouse, type Town } from './town.ts';

/** A poll of the last day of a month, and what is voted on it in the next. */
describe('a ballot over the end of a month', () => {
  const clock = fakeClock('2026-11-30T22:00:00Z');
  let town: Town;
  let ann: Person;
  let bo: Person;
  let lost: Person;
  let poll: { id: string; thread: string; slot: string };

  beforeAll(async () => {
    town = await startTeahouse({ clock, floor: 1 });
    const specs = ['Ann', 'Bo', 'Lost'].map((name) => ({ name, company: harbour }));
    [ann, bo, lost] = (await newMembers(town, specs)) as [Person, Person, Person];
    const asked = { options: ['Yes', 'No'], multiple: false, voters: 'everyone' } as const;
    const item = await send(ann.client, { ...opening('Stay late today?'), poll: asked } as ComposeInput);
    if (item.state.name !== 'sent') throw new Error(JSON.stringify(item.state));
    poll = item.state;
  });
  afterAll(() => town?.stop());

  const vote = (choice: number): ComposeInput => ({
    kind: 'ballot',
    ...{ room: 'square', thread: poll.thread, target: poll.id, slot: poll.slot, company: null },
    choice: { choices: [choice] },
  });
  const votes = async () =>
    (await ann.client.talk.thread({ params: { room: 'square', thread: poll.thread } }, { fresh: true }))
      .posts[0]?.tally.poll;

  it('is cast with the credential of the month in which it was opened', async () => {
    await send(lost.client, vote(0));
    clock.set('2026-12-05T09:00:00Z');
    await town.batch();
    await bo.client.wallet.refresh();
    expect(bo.client.wallet.usable().every(({ epoch }) => epoch === '2026-12')).toBe(true);
    const item = await send(bo.client, vote(1));
    expect(item).toMatchObject({ state: { name: 'sent' }, label: { kind: 'alias', epoch: '2026-11' } });
    expect(await votes()).toEqual({ votes: [1, 1], ballots: 2 });
  });

  it('is not for who came later, and nothing leaves the device', async () => {
    const late = await newMember(town, { name: 'Late', company: harbour });
    const item = await send(late.client, vote(0));
    expect(item.state).toMatchObject({ name: 'refused', code: 'credential-missing' });
    expect(late.wire.requests.some(({ path }) => path.endsWith('/acts'))).toBe(false);
  });

  it('can not be cast twice by who lost the phrase and made a new key', async () => {
    const device = await anotherDevice(town, lost);
    await device.client.wallet.create();
    await device.client.wallet.commit({ replace: true });
    const item = await send(device.client, vote(1));
    expect(item.state).toMatchObject({ name: 'refused', code: 'credential-missing' });
    expect(await votes()).toEqual({ votes: [1, 1], ballots: 2 });
  });

  it('is closed after fourteen days', async () => {
    clock.set('2026-12-14T22:00:00Z');
    const item = await send(ann.client, vote(0));
    expect(item.state).toMatchObject({ name: 'refused', code: 'ballot-closed' });
  });
});
