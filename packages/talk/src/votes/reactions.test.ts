import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { contentsOf, startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';

let town: Town;
let v: ReturnType<typeof votesIn>;
let author: Holder;
let opened: PostAt;
let reply: PostAt;

beforeAll(async () => {
  town = await startTown();
  v = votesIn(town);
  author = new Holder(town);
});
beforeEach(async () => {
  opened = await v.open(author);
  reply = await v.answer(new Holder(town), opened, 'Go home at six.');
});
afterAll(() => town.stop());

const reactions = async (post: PostAt) => (await v.tallyOf(post)).reactions;

describe('a reaction', () => {
  it('is counted once a person, whoever sends it how often', async () => {
    const guest = new Holder(town);
    const envelope = guest.react(reply, 'agree', { kind: 'alias' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(town, 'square', envelope)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await reactions(reply)).toEqual({ agree: 1 });
    const others = await Promise.all(
      Array.from({ length: 20 }, () => v.react(guest, reply, 'hug', { kind: 'alias' })),
    );
    expect(new Set(others.map(({ body }) => body.code))).toEqual(new Set(['prev-conflict']));
    expect(await reactions(reply)).toEqual({ agree: 1 });
  });

  it('lets one of 50 first reactions of one person stand', async () => {
    const guest = new Holder(town);
    const kinds = ['agree', 'hug', 'laugh', 'wow', 'angry'] as const;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => v.react(guest, reply, kinds[i % 5]!, { kind: 'alias' })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const counts = await reactions(reply);
    expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(1);
  });

  it('is changed, taken back and given again, each after the one before', async () => {
    const guest = new Holder(town);
    const first = await v.react(guest, reply, 'agree', { kind: 'company' });
    const changed = await v.react(guest, reply, 'laugh', { prev: first.body.id });
    expect(await reactions(reply)).toEqual({ laugh: 1 });
    const back = await v.react(guest, reply, null, { prev: changed.body.id });
    expect(await reactions(reply)).toEqual({});
    await v.react(guest, reply, 'wow', { prev: back.body.id });
    expect(await reactions(reply)).toEqual({ wow: 1 });
  });

  it('that was sent before can not be sent again after a later one', async () => {
    const guest = new Holder(town);
    const old = guest.react(reply, 'angry', { kind: 'alias' });
    const first = await send(town, 'square', old);
    await v.react(guest, reply, null, { prev: first.body.id });
    expect((await send(town, 'square', old)).body.code).toBe('prev-conflict');
    expect(await reactions(reply)).toEqual({});
  });

  it('lets whoever has no alias yet enter the thread, with a label that stays', async () => {
    const guest = new Holder(town);
    const before = (await v.viewOf(opened)).thread.voices;
    await v.react(guest, reply, 'agree', { kind: 'professional' });
    expect((await v.viewOf(opened)).thread.voices).toBe(before + 1);
    expect((await send(town, 'square', guest.reply(opened))).body.code).toBe('alias-mismatch');
    expect((await send(town, 'square', guest.reply(opened, { kind: undefined }))).status).toBe(200);
    const { thread, aliases } = await v.viewOf(opened);
    expect(thread.voices).toBe(before + 1);
    const own = aliases.find(({ publicKey }) => publicKey === guest.publicKeyIn(opened.thread));
    expect(own?.label.kind).toBe('professional');
    await v.react(guest, opened, 'hug');
    expect(await reactions(opened)).toEqual({ hug: 1 });
  });

  it('is refused by one who is not there, for one who signs for somebody else, and on what is gone', async () => {
    const before = await contentsOf(town);
    const code = async (answer: ReturnType<typeof v.react>) => (await answer).body.code;
    expect(await code(v.react(new Holder(town), reply, 'agree'))).toBe('alias-missing');
    expect(await code(v.react(author, { ...reply, id: opened.thread }, 'agree'))).toBe('unknown-post');
    const stolen = {
      ...new Holder(town).react(reply, 'agree'),
      pseudonym: author.react(reply, 'agree').pseudonym,
    };
    expect((await send(town, 'square', stolen)).body.code).toBe('act-signature');
    expect(await contentsOf(town)).toBe(before);
    await send(town, 'square', author.remove(opened, opened.id));
    expect(await code(v.react(author, opened, 'agree'))).toBe('post-deleted');
  });

  it('is gone from the page with the post that it was about', async () => {
    await v.react(author, opened, 'hug');
    await send(town, 'square', author.remove(opened, opened.id));
    expect(await v.tallyOf(opened)).toEqual({ reactions: {}, poll: null, verdict: null });
  });

  it('is found in the public file under its alias, with what the next one follows', async () => {
    const guests = v.people(3);
    for (const guest of guests) await v.react(guest, reply, 'agree', { kind: 'alias' });
    const back = await v.react(author, reply, null);
    const path = `/rooms/square/posts/${reply.id}/reactions`;
    const { body } = await call<{ reactions: Row[]; next: string | null }>(town, 'GET', path);
    expect(body.reactions.map(({ pseudonym }) => pseudonym)).toEqual(
      body.reactions.map(({ pseudonym }) => pseudonym).toSorted(byBytes),
    );
    expect(body.reactions.filter(({ reaction }) => reaction === 'agree')).toHaveLength(3);
    const own = body.reactions.find(({ reaction }) => reaction === null);
    expect(own).toMatchObject({ lastAct: back.body.id });
    const rest = await call<{ reactions: Row[] }>(
      town,
      'GET',
      `${path}?after=${body.reactions[1]!.pseudonym}`,
    );
    expect(rest.body.reactions).toEqual(body.reactions.slice(2));
  });

  it('writes within eight statements', async () => {
    await v.react(new Holder(town), reply, 'agree', { kind: 'alias' });
    const guest = new Holder(town);
    const entering = await countStatements(() => v.react(guest, reply, 'agree', { kind: 'alias' }));
    expect(entering.result.status).toBe(200);
    expect(entering.statements.length).toBeLessThanOrEqual(8);
    const back = await countStatements(() => v.react(guest, reply, null, { prev: entering.result.body.id }));
    expect(back.result.status).toBe(200);
    expect(back.statements.length).toBeLessThanOrEqual(8);
  });
});
interface Row {
  pseudonym: string;
  reaction: string | null;
  lastAct: string;
}
const byBytes = (a: string, b: string) =>
  Buffer.compare(Buffer.from(a, 'base64url'), Buffer.from(b, 'base64url'));
