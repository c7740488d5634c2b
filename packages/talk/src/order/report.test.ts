import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Holder, send } from '../testing/holder.ts';
import { decider } from '../testing/order.ts';
import { contentsOf, start, startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';
import { bytesOf } from '../wire.ts';
import { reportersToHide } from './policy.ts';

let town: Town;
let votes: ReturnType<typeof votesIn>;
let desk: ReturnType<typeof decider>;
beforeAll(async () => {
  town = await startTown();
  votes = votesIn(town);
  desk = decider(town);
});
beforeEach(() => town.clock.set(start));
afterAll(() => town.stop());

const stateOf = async (post: PostAt) =>
  (await desk.view(post)).posts.find(({ id }) => id === post.id)?.order.state;
const report = (who: Holder, post: PostAt, ...rest: [Parameters<Holder['report']>[1]?]) =>
  send(town, post.room, who.report(post, { room: post.room, ...rest[0] }));
const rowOf = async (text: string, { id }: PostAt) => (await town.db.pool.query(text, [bytesOf(id)])).rows[0];

describe('a report', () => {
  it('is taken once of a person, and the same one sent again gets the same answer', async () => {
    const post = await votes.open(new Holder(town));
    const reporter = new Holder(town);
    const envelope = reporter.report(post, { rule: 'insult', text: 'About me.' });
    const first = await send(town, 'square', envelope);
    expect(first.status).toBe(200);
    expect((await send(town, 'square', envelope)).body).toEqual(first.body);
    expect((await report(reporter, post)).body.code).toBe('already-reported');
  });

  it('is counted once though it is sent twice at once', async () => {
    const post = await votes.open(new Holder(town));
    const envelope = new Holder(town).report(post);
    const answers = await Promise.all([1, 2, 3].map(() => send(town, 'square', envelope)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await rowOf('SELECT reports FROM cases WHERE post_id = $1', post)).toEqual({ reports: 1 });
  });

  it('keeps no time finer than a day, and no name that stands anywhere else', async () => {
    const author = new Holder(town);
    const post = await votes.open(author);
    const reporter = new Holder(town);
    await votes.answer(reporter, post);
    await report(reporter, post);
    const row = await rowOf('SELECT slot, pseudonym, label FROM reports WHERE post_id = $1', post);
    expect(row.slot % 288).toBe(0);
    expect(row.label).toEqual({ kind: 'alias', epoch: '2026-11' });
    const same = await town.db.pool.query('SELECT FROM aliases WHERE pseudonym = $1', [row.pseudonym]);
    expect(same.rowCount).toBe(0);
  });

  it.each([
    ['label-foreign', (who: Holder, post: PostAt) => who.report(post, { kind: 'company' })],
    ['alias-missing', (who: Holder, post: PostAt) => who.report(post, { kind: undefined })],
    ['unknown-post', (who: Holder, post: PostAt) => who.report({ ...post, id: who.publicKeyIn(post.id) })],
    [
      'unknown-post',
      (who: Holder, post: PostAt) => who.report({ ...post, thread: who.publicKeyIn(post.id) }),
    ],
    ['act-signature', (who: Holder, post: PostAt) => ({ ...who.report(post), signature: 'A'.repeat(86) })],
  ] as const)('is refused with %s, and nothing is written (%#)', async (code, make) => {
    const post = await votes.open(new Holder(town));
    const before = await contentsOf(town);
    expect((await send(town, 'square', make(new Holder(town), post))).body.code).toBe(code);
    expect(await contentsOf(town)).toBe(before);
  });

  it('shown under the key of another context does not hold', async () => {
    const post = await votes.open(new Holder(town));
    const other = await votes.open(new Holder(town));
    const reporter = new Holder(town);
    const { entry, pseudonym } = reporter.report(other);
    const moved = { ...reporter.report(post), entry: entry!, pseudonym };
    expect((await send(town, 'square', moved)).status).toBe(403);
  });
});

describe('enough reports', () => {
  it('are few where the first look is sure, and a share of those who could report where it saw nothing', () => {
    expect([0.9, 0.8, 0.79, 0.5].map((score) => reportersToHide(score, 1000))).toEqual([3, 3, 5, 5]);
    expect([0, 79, 80, 120, 250, 10_000].map((crowd) => reportersToHide(0.2, crowd))).toEqual([
      8, 8, 8, 12, 25, 25,
    ]);
  });

  it('hide a post until somebody looked; once it is kept, reports only raise it in the queue', async () => {
    const post = await votes.open(new Holder(town));
    const people = votes.people(9);
    for (const person of people.slice(0, 7)) await report(person, post, { rule: 'hate' });
    expect(await stateOf(post)).toBe('shown');
    await report(people[7]!, post, { rule: 'insult' });
    expect(await stateOf(post)).toBe('hidden');
    const hide = await rowOf('SELECT action, rule, by, words FROM decisions WHERE post_id = $1', post);
    expect(hide).toEqual({ action: 'hide', rule: 'hate', by: 'reports', words: '' });
    expect((await report(people[8]!, post)).body.code).toBe('post-not-shown');

    await desk.decide(post, 'keep');
    const before = await rowOf('SELECT priority FROM cases WHERE post_id = $1', post);
    for (const person of votes.people(3)) await report(person, post);
    expect(await stateOf(post)).toBe('shown');
    const after = await rowOf('SELECT open, kept, priority, reports FROM cases WHERE post_id = $1', post);
    expect(after).toMatchObject({ open: true, kept: true, reports: 11 });
    expect(after.priority).toBeGreaterThan(before.priority);
  });

  it('that come at once hide it once', async () => {
    const post = await votes.open(new Holder(town));
    const envelopes = votes.people(12).map((person) => person.report(post));
    const answers = await Promise.all(envelopes.map((envelope) => send(town, 'square', envelope)));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(8);
    const { rows } = await town.db.pool.query('SELECT action FROM decisions WHERE post_id = $1', [
      bytesOf(post.id),
    ]);
    expect(rows).toEqual([{ action: 'hide' }]);
    const { reports } = await rowOf('SELECT reports FROM cases WHERE post_id = $1', post);
    expect(reports).toBe(
      (await rowOf('SELECT count(*)::integer AS n FROM reports WHERE post_id = $1', post)).n,
    );
  });

  it('hold the refund back until somebody looked', async () => {
    const post = await votes.open(new Holder(town));
    const text = 'SELECT held, signatures IS NULL AS waits FROM refunds WHERE post_id = $1';
    await report(new Holder(town), post);
    town.clock.advance(25 * 3_600_000);
    await town.talk.upkeep();
    expect(await rowOf(text, post)).toEqual({ held: true, waits: true });
    await desk.decide(post, 'keep');
    await town.talk.upkeep();
    expect(await rowOf(text, post)).toEqual({ held: false, waits: false });
  });

  it('are written in at most eight statements, also the one that hides', async () => {
    const post = await votes.answer(new Holder(town), await votes.open(new Holder(town)));
    const people = votes.people(8);
    for (const person of people.slice(0, 7)) await report(person, post);
    const last = people[7]!.report(post);
    const { result, statements } = await countStatements(() => send(town, 'square', last));
    expect([result.status, await stateOf(post)]).toEqual([200, 'hidden']);
    // One reads what it is judged by, before the transaction.
    expect(statements.length).toBeLessThanOrEqual(1 + 8);
  });
});
