import { type Appeal, type Case, CaseView } from '@teahouse/contract/desk';
import { type Decision, ThreadView } from '@teahouse/contract/talk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { startTown, type Town } from '../testing/town.ts';
import { votesIn } from '../testing/votes.ts';
import { type Clerk, deskSettings, hire } from './testing/clerk.ts';

let town: Town;
let mo: Clerk;
let bo: Clerk;
beforeAll(async () => {
  town = await startTown(deskSettings);
  [mo, bo] = [await hire(town, 'Mo'), await hire(town, 'Bo')];
});
afterAll(() => town.stop());

const queue = async () => (await mo.call<{ cases: Case[] }>('GET', '/cases')).body.cases;
let n = 0;
const firstPost = async (thread: string) => {
  const { body } = await call(town, 'GET', `/rooms/square/threads/${thread}?limit=${(n++ % 90) + 5}`);
  return ThreadView.parse(body).posts[0];
};

describe('a post that some people mind', () => {
  it('is reported, hidden, removed, appealed for and given back; nobody learns who minded', async () => {
    const author = new Holder(town);
    const post = await votesIn(town).open(author, { text: 'The canteen closes at three from Monday on.' });
    expect(await queue()).toEqual([]);

    const reporters = votesIn(town).people(8);
    const names: string[] = [];
    for (const person of reporters) {
      const envelope = person.report(post, { rule: 'advertising', text: 'It sells something.' });
      names.push(envelope.pseudonym, envelope.entry!.publicKey);
      expect((await send(town, 'square', envelope)).status).toBe(200);
    }
    const [found] = await queue();
    expect(found).toMatchObject({ post: post.id, state: 'hidden', reports: 8, work: 'open' });
    expect(found?.reasons).toEqual([{ from: 'report', rule: 'advertising', hint: null, n: 8 }]);
    expect((await firstPost(post.thread))?.body).toBeNull();

    const path = `/cases/square/${post.id}`;
    const given = { action: 'remove', rule: 'advertising', words: 'It sells something.' };
    const removed = (await mo.call<Decision>('POST', `${path}/decisions`, given)).body;
    expect(await queue()).toEqual([]);
    town.clock.advance(10 * 60_000);
    await town.talk.upkeep();

    const appeal = author.appeal(post, removed.id, { text: 'It is our canteen, I sell nothing.' });
    expect((await send(town, 'square', appeal)).status).toBe(200);
    const { appeals } = (await mo.call<{ appeals: Appeal[] }>('GET', '/appeals')).body;
    expect(appeals).toMatchObject([{ words: 'It is our canteen, I sell nothing.', own: true }]);
    expect(appeals[0]?.decision.logged).not.toBeNull();
    const answer = { grant: true, words: 'It is about the canteen.' };
    expect((await mo.call('POST', `/appeals/square/${removed.id}`, answer)).body.code).toBe('appeal-own');
    expect((await bo.call('POST', `/appeals/square/${removed.id}`, answer)).status).toBe(200);
    expect((await firstPost(post.thread))?.body?.text).toContain('canteen');

    const { bytes, body } = await bo.call('GET', path);
    const view = CaseView.parse(body);
    expect(view.decisions.map(({ action, by }) => [action, by])).toEqual([
      ['restore', 'moderator'],
      ['remove', 'moderator'],
      ['hide', 'reports'],
    ]);
    expect(view.reports).toHaveLength(8);
    for (const name of names) expect(bytes.toString()).not.toContain(name);
  });

  it('is seen by the first look, held, and shown when somebody of the staff let it through', async () => {
    const held = new Holder(town).thread({
      title: 'Loans',
      text: '急用钱？无抵押贷款，秒到账，加微信 daikuan888，代办信用卡，日息低',
    });
    const { body } = await send(town, 'square', held);
    const [found] = await queue();
    expect(found).toMatchObject({
      post: body.id,
      state: 'held',
      excerpt: expect.stringContaining('无抵押贷款'),
    });
    expect(found?.reasons.map(({ from, rule }) => [from, rule])).toContainEqual(['look', 'advertising']);
    const { posts } = CaseView.parse((await mo.call('GET', `/cases/square/${body.id}`)).body);
    expect(posts[0]?.body?.text).toContain('无抵押贷款');
    expect((await firstPost(body.thread))?.body).toBeNull();
    const given = { action: 'keep', rule: 'other', words: 'A question, no offer.' };
    await mo.call('POST', `/cases/square/${body.id}/decisions`, given);
    expect((await firstPost(body.thread))?.body?.text).toContain('无抵押贷款');
  });
});
