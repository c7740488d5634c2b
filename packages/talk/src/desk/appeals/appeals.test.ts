import { type Appeal, AppealPage, deskLimits } from '@teahouse/contract/desk';
import { type Decision, ThreadView } from '@teahouse/contract/talk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { call, Holder } from '../../testing/holder.ts';
import { startTown, type Town } from '../../testing/town.ts';
import { type PostAt, votesIn } from '../../testing/votes.ts';
import { type Clerk, deskSettings, hire } from '../testing/clerk.ts';
import { pileOn } from '../testing/pile.ts';

let town: Town;
let mo: Clerk;
let bo: Clerk;
let votes: ReturnType<typeof votesIn>;
let pile: ReturnType<typeof pileOn>;
let author: Holder;
beforeAll(async () => {
  town = await startTown(deskSettings);
  [mo, bo] = [await hire(town, 'Mo'), await hire(town, 'Bo', 'senior')];
  votes = votesIn(town);
  pile = pileOn(town);
  author = new Holder(town);
});
beforeEach(() => town.db.pool.query('DELETE FROM appeals'));
afterAll(() => town.stop());

/** A post that Mo decided about, and whose author appeals. */
async function appealed(action = 'remove', more: object = {}): Promise<{ post: PostAt; decision: string }> {
  const post = await votes.open(author, { text: 'Nothing wrong here' });
  const given = { action, rule: 'insult', words: 'It insults.', ...more };
  const { body } = await mo.call<Decision>('POST', `/cases/square/${post.id}/decisions`, given);
  await pile.appeal(post, body.id);
  return { post, decision: body.id };
}
const answer = (clerk: Clerk, decision: string, grant: boolean, words = 'We looked again.') =>
  clerk.call<Decision>('POST', `/appeals/square/${decision}`, { grant, words });
const pageOf = async (query = '', clerk = bo): Promise<z.output<typeof AppealPage>> =>
  AppealPage.parse((await clerk.call('GET', `/appeals?${query}`)).body);
let n = 0;
const orderOf = async ({ thread }: PostAt) => {
  const { body } = await call(town, 'GET', `/rooms/square/threads/${thread}?limit=${(n++ % 90) + 5}`);
  return ThreadView.parse(body).posts[0];
};

describe('an appeal', () => {
  it('is on the desk with what was decided, what the author says, and whose decision it was', async () => {
    const { post, decision } = await appealed();
    const { appeals } = await pageOf();
    expect(appeals).toMatchObject([
      {
        decision: { id: decision, action: 'remove', words: 'It insults.', appeal: 'open' },
        ...{ words: 'I said nothing wrong', state: 'open', answer: null, own: false },
        case: { post: post.id, excerpt: 'A title Nothing wrong here', appeal: true, work: 'decided' },
      },
    ]);
    expect((await pageOf('', mo)).appeals).toMatchObject([{ own: true }]);
    const { body } = await bo.call<{ appeals: Appeal[] }>('GET', `/cases/square/${post.id}`);
    expect(body.appeals).toMatchObject([{ words: 'I said nothing wrong', own: false }]);
  });

  it('is answered by somebody else than who decided', async () => {
    const { decision } = await appealed();
    expect((await answer(mo, decision, false)).body.code).toBe('appeal-own');
    expect((await answer(bo, decision, false)).status).toBe(200);
  });

  it('that is granted brings the post back, with its words, and says so as a decision', async () => {
    const { post, decision } = await appealed();
    expect(await orderOf(post)).toMatchObject({ body: null });
    const { body } = await answer(bo, decision, true);
    expect(body).toMatchObject({
      action: 'restore',
      rule: 'insult',
      by: 'senior',
      words: 'We looked again.',
    });
    expect(await orderOf(post)).toMatchObject({
      body: { text: 'Nothing wrong here' },
      order: { state: 'shown' },
    });
    const { rows } = await town.db.pool.query('SELECT held, forfeited FROM refunds WHERE post_id = $1', [
      Buffer.from(post.id, 'base64url'),
    ]);
    expect(rows).toEqual([{ held: false, forfeited: false }]);
    const { appeals } = await pageOf('state=answered');
    expect(appeals).toMatchObject([
      {
        state: 'granted',
        answer: 'We looked again.',
        case: { work: 'decided', appeal: false, state: 'shown' },
      },
    ]);
  });

  it('that is refused leaves all as it is', async () => {
    const { post, decision } = await appealed();
    expect((await answer(bo, decision, false)).body).toMatchObject({ action: 'uphold' });
    expect(await orderOf(post)).toMatchObject({ body: null, order: { state: 'removed' } });
    expect((await pageOf()).appeals).toEqual([]);
    expect((await pageOf('state=answered')).appeals).toMatchObject([{ state: 'refused' }]);
  });

  it.each([
    ['a label', 'caution', { caution: 'satire' }],
    ['a blur', 'blur', {}],
    ['a ban', 'ban', {}],
  ])('against %s takes it away', async (_, action, more) => {
    const { post, decision } = await appealed(action, more);
    await answer(bo, decision, true);
    expect((await orderOf(post))?.order).toEqual({ state: 'shown', caution: null, blurred: false });
    const { body } = await bo.call<{ banned: boolean }>('GET', `/cases/square/${post.id}`);
    expect(body.banned).toBe(false);
  });

  it('is answered once, also of two who answer at once; the answer stands', async () => {
    const { post, decision } = await appealed();
    const cy = await hire(town, `Cy ${n++}`);
    const both = await Promise.all([answer(bo, decision, true), answer(cy, decision, false)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await answer(bo, decision, true)).body.code).toBe('appeal-answered');
    const [index] = both.flatMap(({ status }, i) => (status === 200 ? [i] : []));
    const given = both[index!]!.body.id;
    const undone = await [bo, cy][index!]!.call('POST', `/cases/square/${post.id}/decisions/${given}/undo`);
    expect(undone.body.code).toBe('decision-unfit');
  });

  it('that nobody made is not answered', async () => {
    const post = await votes.open(author);
    const given = { action: 'remove', rule: 'insult', words: 'It insults.' };
    const { body } = await mo.call<Decision>('POST', `/cases/square/${post.id}/decisions`, given);
    expect((await answer(bo, body.id, true)).body.code).toBe('decision-unknown');
    expect((await answer(bo, 'A'.repeat(43), true)).body.code).toBe('decision-unknown');
    expect((await answer(bo, body.id, true, ' ')).body.code).toBe('invalid-input');
  });

  it('waits in a list with the oldest first, page for page; answered ones have the newest first', async () => {
    const many = deskLimits.appealsPerPage + 2;
    const decisions: string[] = [];
    for (let i = 0; i < many; i++) {
      decisions.push((await appealed()).decision);
      if (i % 10 === 0) town.clock.advance(5 * 60_000);
    }
    await Promise.all([mo, bo].map((clerk) => clerk.signIn()));
    const first = await pageOf();
    const second = await pageOf(`before=${first.next}`);
    const all = [...first.appeals, ...second.appeals].map(({ decision: { id } }) => id);
    expect([first.appeals.length, second.appeals.length, second.next]).toEqual([30, 2, null]);
    expect(new Set(all)).toEqual(new Set(decisions));
    expect(all[0]).toBe(decisions[0]);
    await town.db.pool.query("UPDATE appeals SET state = 'refused'");
    const answered = await pageOf('state=answered');
    const rest = await pageOf(`state=answered&before=${answered.next}`);
    expect(new Set([...answered.appeals, ...rest.appeals].map(({ decision: { id } }) => id)).size).toBe(many);
    expect(rest.appeals.at(-1)?.decision.id).toBe(decisions[0]);
  });
});
