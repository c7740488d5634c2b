import { fakeClock } from '@teahouse/kit/clock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ComposeInput, copyOf, harbour, opening, orchard, post, send } from './fixtures.ts';
import { type Device, newDevice, newMember, newMembers, type Person } from './people.ts';
import { startTeahouse, type Town } from './town.ts';

const minute = 60_000;
const tea = { options: ['Longjing', 'Puer'], multiple: false, voters: 'everyone' } as const;

/** Votes through the client, against the real planes. */
describe('a member who votes', () => {
  const clock = fakeClock('2026-11-09T09:00:00Z');
  let town: Town;
  let bo: Person;
  let someone: Person;
  let there: { id: string; thread: string };
  let slot: string;

  beforeAll(async () => {
    town = await startTeahouse({ clock, floor: 1 });
    bo = await newMember(town, { name: 'Bo', company: orchard });
  });
  afterAll(() => town?.stop());
  beforeEach(async () => {
    clock.advance(60 * minute);
    const specs = ['Opener', 'Someone'].map((name) => ({ name, company: orchard }));
    const [opener, other] = (await newMembers(town, specs)) as [Person, Person];
    someone = other;
    const item = await send(opener.client, {
      ...opening('Which tea?'),
      label: { kind: 'company' },
      poll: tea,
    } as ComposeInput);
    if (item.state.name !== 'sent') throw new Error(JSON.stringify(item.state));
    there = item.state;
    ({ slot } = item.state);
  });

  const react = (reaction: 'agree' | 'hug' | null, target = there.id): ComposeInput => ({
    kind: 'react',
    ...{ room: 'square', thread: there.thread, target, reaction, label: { kind: 'professional' } },
  });
  const vote = (...choices: number[]): ComposeInput => ({
    kind: 'ballot',
    ...{ room: 'square', thread: there.thread, target: there.id, slot, choice: { choices }, company: null },
  });
  const verdict = (said: 'confirm' | 'dispute', company: string): ComposeInput => ({
    kind: 'ballot',
    ...{ room: 'square', thread: there.thread, target: there.id, slot, choice: { verdict: said }, company },
  });
  const reply = (text: string): ComposeInput => ({
    kind: 'reply',
    ...{ room: 'square', thread: there.thread, target: there.id, text, label: { kind: 'alias' } },
  });
  const view = () =>
    bo.client.talk.thread({ params: { room: 'square', thread: there.thread } }, { fresh: true });
  const tally = async () => (await view()).posts[0]?.tally;
  const acts = ({ wire }: Pick<Device, 'wire'>) =>
    wire.requests.filter(({ path }) => path.endsWith('/acts')).map(({ body }) => JSON.parse(body));

  it('enters the thread by a reaction, keeps that alias, changes it and takes it back', async () => {
    const { client } = someone;
    const first = await send(client, react('agree'));
    expect(first).toMatchObject({ state: { name: 'sent' }, label: { kind: 'professional' } });
    expect(client.votes.reactionTo(there.id)).toMatchObject({ reaction: 'agree' });
    expect((await tally())?.reactions).toEqual({ agree: 1 });
    await post(client, reply('I am still the same.'));
    const own = client.aliases.own(await view());
    expect(own?.label.kind).toBe('professional');
    await post(client, react('hug'));
    expect((await tally())?.reactions).toEqual({ hug: 1 });
    await post(client, react(null));
    expect((await tally())?.reactions).toEqual({});
    expect(client.votes.reactionTo(there.id)).toMatchObject({ reaction: null });
  });

  it('spends no token for it', async () => {
    await someone.client.tokens.draw();
    const { free } = someone.client.tokens.snapshot();
    await post(someone.client, react('agree'));
    await post(someone.client, vote(0));
    await someone.client.tokens.refresh();
    expect(someone.client.tokens.snapshot().free).toBe(free);
  });

  it('has a ballot counted and changes it, by a key that is no alias and with a proof only once', async () => {
    const { client } = someone;
    const item = await send(client, vote(0));
    expect(item).toMatchObject({ state: { name: 'sent' }, label: { kind: 'alias', epoch: '2026-11' } });
    await post(client, vote(1));
    expect((await tally())?.poll).toEqual({ votes: [0, 1], ballots: 1 });
    expect(client.votes.ballotOn('poll', there.id)?.choice).toEqual({ choices: [1] });
    const [first, second] = acts(someone);
    expect(first.entry).toBeDefined();
    expect(second.entry).toBeUndefined();
    expect(second.pseudonym).toBe(first.pseudonym);
    // A ballot is no way into the thread.
    expect(await client.aliases.known(there.thread)).toBeUndefined();
    await post(client, reply('And this is me.'));
    expect(acts(someone).at(-1).pseudonym).not.toBe(first.pseudonym);
  });

  it('says as a colleague what it knows of a claim, and as no colleague nothing leaves the device', async () => {
    const item = await send(someone.client, verdict('confirm', someone.company));
    expect(item).toMatchObject({
      state: { name: 'sent' },
      label: { kind: 'company', company: someone.company },
    });
    const outsider = await newMember(town, { name: 'Out', company: harbour });
    const refused = await send(outsider.client, verdict('dispute', someone.company));
    expect(refused.state).toMatchObject({ name: 'refused', code: 'ballot-foreign' });
    expect(acts(outsider)).toEqual([]);
  });

  it('does not vote right beside what it says in the same thread', async () => {
    const { client } = someone;
    await post(client, reply('Said first.'));
    const ballot = await client.outbox.add(vote(0));
    const until = ballot.state.name === 'waiting' ? ballot.state.until : 0;
    expect(until - clock.now().getTime()).toBeGreaterThanOrEqual(minute);
    const reaction = await client.outbox.add(react('hug'));
    expect(reaction.state).toEqual({ name: 'waiting', until: clock.now().getTime() });
  });

  it('puts another choice in the place of one that has not left, and that one is never sent', async () => {
    const { client } = someone;
    await post(client, reply('Said first.'));
    const first = await client.outbox.add(vote(0));
    const second = await client.outbox.add(vote(1));
    expect(second).toMatchObject({ id: first.id, state: first.state, compose: { choice: { choices: [1] } } });
    const waiting = client.outbox.snapshot().filter(({ compose }) => compose.kind === 'ballot');
    expect(waiting).toHaveLength(1);
    clock.advance(7 * 24 * 60 * minute);
    await client.outbox.run();
    expect((await tally())?.poll).toEqual({ votes: [0, 1], ballots: 1 });
    expect(acts(someone)).toHaveLength(2);
  });

  it('keeps a reload from losing a vote, and tidies up what was sent', async () => {
    const { client, store } = someone;
    await client.outbox.add({ ...vote(1), now: true });
    const after = await newDevice(town, { store });
    await after.client.outbox.run();
    expect((await tally())?.poll).toEqual({ votes: [0, 1], ballots: 1 });
    const again = await newDevice(town, { store: await copyOf(store) });
    expect(again.client.votes.ballotOn('poll', there.id)?.choice).toEqual({ choices: [1] });
    await again.client.outbox.run();
    expect(again.client.outbox.snapshot()).toEqual([]);
  });

  it('finds its vote in the public file when another device was faster, and votes once', async () => {
    const tablet = await newDevice(town, { store: await copyOf(someone.store) });
    await post(someone.client, vote(0));
    await post(someone.client, react('agree'));
    const late = await send(tablet.client, vote(1));
    expect(late.state.name).toBe('sent');
    expect((await send(tablet.client, react('hug'))).state.name).toBe('sent');
    expect(await tally()).toMatchObject({ poll: { votes: [0, 1], ballots: 1 }, reactions: { hug: 1 } });
    const own = someone.client.aliases.mine(there.thread);
    const asked = tablet.wire.requests.filter(({ path }) => /\/(ballots|reactions)/.test(path));
    expect(asked).toHaveLength(2);
    expect(asked.some(({ path }) => path.includes(own))).toBe(false);
  });

  it('goes on after a restore from the phrase: the vote, and the alias that only ever reacted', async () => {
    await post(someone.client, vote(0));
    await post(someone.client, react('agree'));
    const phrase = await someone.client.wallet.phrase();
    const device = await newDevice(town);
    await device.client.members.signIn({ body: { email: someone.email, password: someone.password } });
    await device.client.restore(phrase);
    await device.client.wallet.refresh();
    await post(device.client, vote(1));
    await post(device.client, react('hug'));
    expect(await tally()).toMatchObject({ poll: { votes: [0, 1], ballots: 1 }, reactions: { hug: 1 } });
    const said = await send(device.client, reply('Under which label did I come?'));
    expect(said.state.name).toBe('sent');
    expect(device.client.aliases.own(await view())?.label.kind).toBe('professional');
  });

  it('tells talk nothing of who it is: no cookie, and no value of the named half', async () => {
    await post(someone.client, vote(0));
    for (const { path, headers, body } of someone.wire.requests) {
      if (!path.startsWith('/api/talk/')) continue;
      expect(headers.cookie).toBeUndefined();
      expect(body).not.toContain(someone.email);
    }
  });
});
