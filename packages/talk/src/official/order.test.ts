import type { Case, CasePage, CaseView } from '@teahouse/contract/desk';
import type { BulkNotices, Decision } from '@teahouse/contract/talk';
import { OfficialView, talkLimits } from '@teahouse/contract/talk';
import { countStatements } from '@teahouse/kit/pool';
import { statementId } from '@teahouse/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Clerk, deskSettings, hire } from '../desk/testing/clerk.ts';
import { forgetRemoved } from '../order/forget.ts';
import { call, Holder, send } from '../testing/holder.ts';
import { newSpeaker, officialOf } from '../testing/official.ts';
import { start, startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';
import { bytesOf, textOf } from '../wire.ts';

let town: Town;
let votes: ReturnType<typeof votesIn>;
let speaker: Awaited<ReturnType<typeof newSpeaker>>;
let mo: Clerk;
let author: Holder;
let thread: PostAt;
let first: string;

beforeAll(async () => {
  town = await startTown(deskSettings);
  votes = votesIn(town);
  speaker = await newSpeaker(town);
  mo = await hire(town, 'Mo');
});
beforeEach(async () => {
  town.clock.set(start);
  author = new Holder(town);
  thread = await votes.open(author, { room: 'co-xinghe' });
  const said = speaker.made(thread, 'Whoever wrote this is a liar.');
  first = said.statement;
  await speaker.send(thread, said);
});
afterAll(() => town.stop());

const remove = (post = thread) =>
  mo.call<Decision>('POST', `/cases/co-xinghe/${post.id}/decisions`, {
    ...{ action: 'remove-answer', rule: 'insult', words: 'It calls the author a liar.' },
  });
const answer = () => officialOf(town, thread);
const target = () => textOf(statementId(bytesOf(first)));
const report = (who: Holder, id = target()) =>
  send(
    town,
    'co-xinghe',
    who.report({ ...thread, id }, { room: 'co-xinghe', rule: 'insult', text: 'About me.' }),
  );
const view = async () => (await mo.call<CaseView>('GET', `/cases/co-xinghe/${thread.id}`)).body;

describe('a moderator', () => {
  it('takes an answer away with a reason for all to read, and leaves the thread as it is', async () => {
    const { result, statements } = await countStatements(() => remove());
    expect(result.body).toMatchObject({ action: 'remove-answer', rule: 'insult', appealUntil: null });
    expect(statements.length).toBeLessThanOrEqual(2 + 8); // who it is and the case, then the transaction
    const gone = await answer();
    OfficialView.parse({ answer: gone });
    expect(gone).toMatchObject({
      versions: [{ version: 1, text: null, statement: first }],
      removal: { id: result.body.id, rule: 'insult', words: 'It calls the author a liar.', by: 'moderator' },
      resolves: null,
    });
    const page = (
      await call<{ posts: { body: unknown }[] }>(town, 'GET', `/rooms/co-xinghe/threads/${thread.thread}`)
    ).body;
    expect(page.posts[0]?.body).not.toBeNull();
    expect((await view()).answer).toMatchObject([
      { version: 1, removed: true, text: 'Whoever wrote this is a liar.' },
    ]);
    expect((await remove()).body.code).toBe('decision-unfit');
  });

  it('decides of a first post alone, and of one with an answer', async () => {
    const other = await votes.open(author, { room: 'co-xinghe' });
    expect((await remove(other)).body.code).toBe('decision-unfit');
    const reply = await votes.answer(new Holder(town), thread);
    expect((await remove(reply)).body.code).toBe('decision-unfit');
    expect((await answer())?.versions[0]?.text).toBe('Whoever wrote this is a liar.');
  });

  it('takes it back while it is not public, and then the answer stands again', async () => {
    const { body } = await remove();
    await mo.call('POST', `/cases/co-xinghe/${thread.id}/decisions/${body.id}/undo`);
    expect(await answer()).toMatchObject({
      versions: [{ text: 'Whoever wrote this is a liar.' }],
      removal: null,
    });
  });

  it('says so in the public list, and not to the author of the thread as if it was theirs', async () => {
    const { body } = await remove();
    town.clock.advance(10 * 60_000);
    const of = `?room=co-xinghe&thread=${thread.thread}`;
    const { decisions } = (await call<{ decisions: Decision[] }>(town, 'GET', `/decisions${of}`)).body;
    expect(decisions.map(({ id }) => id)).toEqual([body.id]);
    const notices = await call<BulkNotices>(town, 'GET', '/bulk/notices?day=2026-11-18');
    expect(notices.body.notices.map(({ id }) => id)).not.toContain(body.id);
  });

  it('leaves the company a next version without those words, which are destroyed in the end', async () => {
    await remove();
    const next = speaker.made(thread, 'This is not how we remember it.', { version: 2, prev: first });
    expect((await speaker.send(thread, next)).status).toBe(200);
    expect(await answer()).toMatchObject({
      versions: [{ text: null }, { text: 'This is not how we remember it.' }],
      removal: { rule: 'insult' },
    });
    town.clock.advance((talkLimits.appealDays + 1) * 86_400_000);
    await forgetRemoved({ pool: town.db.pool, clock: town.clock });
    const { rows } = await town.db.pool.query(
      'SELECT text FROM official_versions WHERE thread_id = $1 ORDER BY version',
      [bytesOf(thread.thread)],
    );
    expect(rows.map(({ text }) => text)).toEqual(['', 'This is not how we remember it.']);
  });
});

describe('a report on an answer', () => {
  it('puts the thread before the desk, once a person, and counts nothing against its author', async () => {
    const reporter = new Holder(town);
    const { result, statements } = await countStatements(() => report(reporter));
    expect(result.status).toBe(200);
    expect(statements.length).toBeLessThanOrEqual(8);
    expect((await report(reporter)).body.code).toBe('already-reported');
    await report(new Holder(town));
    const seen = await view();
    expect(seen.case).toMatchObject({ work: 'open', reports: 0, state: 'shown' });
    expect(seen.case.reasons).toMatchObject([{ from: 'report', rule: 'insult', n: 2 }]);
    expect(seen.reports).toMatchObject([{ answer: true, words: 'About me.' }, { answer: true }]);
    const refund = 'SELECT bool_or(held) AS held FROM refunds WHERE post_id = $1';
    expect((await town.db.pool.query(refund, [bytesOf(thread.id)])).rows[0].held).not.toBe(true);
    const { cases } = (await mo.call<CasePage>('GET', '/cases?rule=insult')).body;
    expect(cases.map(({ post }: Case) => post)).toContain(thread.id);
  });

  it('never hides it, however many there are', async () => {
    for (let i = 0; i < 12; i += 1) await report(new Holder(town));
    expect((await answer())?.versions[0]?.text).not.toBeNull();
    expect((await view()).case.state).toBe('shown');
  });

  it('is refused of what the company did not say, and of what is gone', async () => {
    expect((await report(new Holder(town), textOf(new Uint8Array(32).fill(9)))).body.code).toBe(
      'unknown-post',
    );
    await remove();
    expect((await report(new Holder(town))).body.code).toBe('unknown-post');
  });
});
