import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Holder, send } from '../testing/holder.ts';
import { contentsOf, startTown, type Town } from '../testing/town.ts';
import { type PostAt, teas, votesIn } from '../testing/votes.ts';

let town: Town;
let v: ReturnType<typeof votesIn>;
let author: Holder;
let poll: PostAt;

const choose = (...choices: number[]) => ({ choices });
const codeOf = async (answer: Promise<{ body: { code?: string } }>) => (await answer).body.code;

beforeAll(async () => {
  town = await startTown();
  v = votesIn(town);
  author = new Holder(town);
});
beforeEach(async () => {
  poll = await v.open(author, { poll: teas() });
});
afterAll(() => town.stop());

const votes = async (post = poll) => (await v.tallyOf(post)).poll;

describe('a ballot on a poll', () => {
  it('counts once a person: of 200 at once one stands', async () => {
    const guest = new Holder(town);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => v.vote(guest, poll, choose(i % 3))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'prev-conflict')).toHaveLength(199);
    const { votes: each, ballots } = (await votes())!;
    expect(ballots).toBe(1);
    expect(each.reduce((a, b) => a + b, 0)).toBe(1);
  }, 60_000);

  it('sent many times at once is one, and all get the same answer', async () => {
    const envelope = new Holder(town).ballot(poll, choose(2), { kind: 'alias' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(town, 'square', envelope)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await votes()).toEqual({ votes: [0, 0, 1], ballots: 1 });
  });

  it('is changed by the key that cast it, and an old one can not come back', async () => {
    const guest = new Holder(town);
    const old = guest.ballot(poll, choose(0), { kind: 'alias' });
    const first = await send(town, 'square', old);
    const second = await v.vote(guest, poll, choose(1), { prev: first.body.id, kind: undefined });
    expect(second.status).toBe(200);
    expect(await votes()).toEqual({ votes: [0, 1, 0], ballots: 1 });
    expect(await codeOf(send(town, 'square', old))).toBe('prev-conflict');
    const third = await v.vote(guest, poll, choose(2), { prev: second.body.id });
    expect(third.status).toBe(200);
    expect(await codeOf(v.vote(guest, poll, choose(0), { prev: second.body.id }))).toBe('prev-conflict');
    expect(await votes()).toEqual({ votes: [0, 0, 1], ballots: 1 });
  });

  it('may choose several where the poll says so, and only what is there', async () => {
    const many = await v.open(author, { poll: teas({ multiple: true }) });
    const guest = new Holder(town);
    const first = await v.vote(guest, many, choose(0, 2));
    await v.vote(guest, many, choose(1, 2), { prev: first.body.id });
    expect(await votes(many)).toEqual({ votes: [0, 1, 1], ballots: 1 });
    expect(await codeOf(v.vote(new Holder(town), many, choose(0, 3)))).toBe('ballot-unknown');
    expect(await codeOf(v.vote(new Holder(town), poll, choose(0, 1)))).toBe('ballot-unknown');
    const plain = await v.open(author);
    expect(await codeOf(v.vote(new Holder(town), plain, choose(0)))).toBe('ballot-unknown');
  });

  it('of two employments is one, as both hold the same secrets', async () => {
    const main = new Holder(town);
    const second = new Holder(town, { company: 'tiny', industry: 'chips' }, main.seed);
    expect((await v.vote(main, poll, choose(0))).status).toBe(200);
    expect(await codeOf(v.vote(second, poll, choose(1)))).toBe('prev-conflict');
    expect(await votes()).toEqual({ votes: [1, 0, 0], ballots: 1 });
  });

  it('says nothing of who cast it: whoever shows more is refused', async () => {
    for (const kind of ['company', 'industry', 'professional'] as const) {
      expect(await codeOf(v.vote(new Holder(town), poll, choose(0), { kind }))).toBe('ballot-foreign');
    }
    const former = new Holder(town, { standing: 'former' });
    expect((await v.vote(former, poll, choose(0))).status).toBe(200);
  });

  it('is refused without a proof, with that of another, and on what is gone, with nothing written', async () => {
    const guest = new Holder(town);
    const before = await contentsOf(town);
    expect(await codeOf(v.vote(guest, poll, choose(0), { kind: undefined }))).toBe('alias-missing');
    const good = guest.ballot(poll, choose(0), { kind: 'alias' });
    const elsewhere = guest.ballot(poll, { verdict: 'confirm' }, { kind: 'alias' });
    const moved = { ...good, entry: { ...good.entry!, proof: elsewhere.entry!.proof } };
    expect(await codeOf(send(town, 'square', moved))).toBe('presentation-invalid');
    const other = new Holder(town).ballot(poll, choose(1), { kind: 'alias' });
    expect(await codeOf(send(town, 'square', { ...good, signature: other.signature }))).toBe('act-signature');
    expect(await codeOf(v.vote(guest, { ...poll, id: poll.thread }, choose(0)))).toBe('unknown-post');
    expect(await contentsOf(town)).toBe(before);
    await send(town, 'square', author.remove(poll, poll.id));
    expect(await codeOf(v.vote(guest, poll, choose(0)))).toBe('post-deleted');
    expect((await v.tallyOf(poll)).poll).toBeNull();
  });

  it('writes within eight statements', async () => {
    const guest = new Holder(town);
    const first = await countStatements(() => v.vote(guest, poll, choose(0)));
    expect(first.result.status).toBe(200);
    expect(first.statements.length).toBeLessThanOrEqual(8);
    const change = await countStatements(() =>
      v.vote(guest, poll, choose(1), { prev: first.result.body.id, kind: undefined }),
    );
    expect(change.result.status).toBe(200);
    expect(change.statements.length).toBeLessThanOrEqual(8);
  });
});

describe('a poll of colleagues', () => {
  it('is for those who show the company of the room', async () => {
    const ours = await v.open(author, { room: 'co-xinghe', poll: teas({ voters: 'colleagues' }) });
    const outsider = new Holder(town, { company: 'tiny', industry: 'chips' });
    const former = new Holder(town, { standing: 'former' });
    const vote = (who: Holder, kind: 'company' | 'industry' | 'alias') =>
      codeOf(v.vote(who, ours, choose(1), { kind }));
    expect(await vote(outsider, 'company')).toBe('ballot-foreign');
    expect(await vote(outsider, 'alias')).toBe('ballot-foreign');
    expect(await vote(former, 'company')).toBe('ballot-foreign');
    expect(await vote(new Holder(town), 'industry')).toBe('ballot-foreign');
    expect(await vote(new Holder(town), 'company')).toBeUndefined();
    expect(await votes(ours)).toEqual({ votes: [0, 1, 0], ballots: 1 });
  });

  it('is not opened where nobody could vote', async () => {
    const before = await contentsOf(town);
    const refused = send(town, 'square', author.thread({ poll: teas({ voters: 'colleagues' }) }));
    expect(await codeOf(refused)).toBe('ballot-unknown');
    expect(await contentsOf(town)).toBe(before);
  });

  it('is any poll in a room that only colleagues read', async () => {
    const inside = await v.open(author, { room: 'in-xinghe', poll: teas() });
    const outsider = new Holder(town, { company: 'tiny', industry: 'chips' });
    expect(await codeOf(v.vote(outsider, inside, choose(0)))).toBe('ballot-foreign');
    expect(await codeOf(v.vote(new Holder(town), inside, choose(0)))).toBe('ballot-foreign');
    expect((await v.vote(new Holder(town), inside, choose(0), { kind: 'company' })).status).toBe(200);
  });
});
