import { randomUUID } from 'node:crypto';
import { fakeClock } from '@teahouse/kit/clock';
import { createPool, type Pool, withTransaction } from '@teahouse/kit/pool';
import { answerAppeal, applyDecision, type DecisionPlan } from '@teahouse/talk/order';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harbour, opening, orchard, post, send } from './fixtures.ts';
import { newMembers, type Person } from './people.ts';
import { startTeahouse, type Town } from './town.ts';

const minute = 60_000;
const hour = 60 * minute;
const clock = fakeClock('2026-11-18T09:00:00Z');
let town: Town;
let pool: Pool;
let ann: Person;
let bo: Person;

beforeAll(async () => {
  town = await startTeahouse({ clock });
  pool = createPool({ url: town.databases.talk, name: 'test', max: 2 });
  [ann, bo] = (await newMembers(town, [
    { name: 'Ann', company: harbour },
    { name: 'Bo', company: orchard },
  ])) as [Person, Person];
});
afterAll(async () => {
  await pool?.end();
  await town?.stop();
});

const bytes = (id: string) => Buffer.from(id, 'base64url');
const text = (id: Uint8Array) => Buffer.from(id).toString('base64url');
const slot = () => Math.floor(clock.now().getTime() / (5 * minute));

/** Decides as somebody at the desk does; returns the decision's id, when everybody may read it. */
async function decide(at: { id: string }, action: DecisionPlan['action']): Promise<string> {
  const about = {
    room: 'square',
    post: bytes(at.id),
    action,
    rule: 'insult',
    words: 'Read the rules.',
  } as const;
  const row = await withTransaction(pool, (tx) =>
    applyDecision(tx, { ...about, by: 'moderator', staff: randomUUID(), slot: slot() }),
  );
  clock.advance(6 * minute);
  return text(row.id);
}
const stateOf = async ({ id, thread }: { id: string; thread: string }) => {
  const { posts } = await ann.client.talk.thread(
    { params: { room: 'square', thread }, query: {} },
    { fresh: true },
  );
  return posts.find((one) => one.id === id)?.order.state;
};

describe('a report from a device', () => {
  it('shows a pseudonym of its own, discloses nothing, and is taken once', async () => {
    const thread = await post(ann.client, opening('Reported', 'Words that somebody minds.'));
    const answer = { kind: 'reply', room: 'square', thread: thread.thread, target: thread.id } as const;
    await post(bo.client, { ...answer, text: 'I mind these words.' });
    const about = { kind: 'report', room: 'square', thread: thread.thread, target: thread.id } as const;
    const sent = await send(bo.client, { ...about, rule: 'insult', text: 'About me.' });
    expect(sent.state.name).toBe('sent');
    const { rows } = await pool.query('SELECT label, words FROM reports WHERE post_id = $1', [
      bytes(thread.id),
    ]);
    expect(rows).toEqual([{ label: { kind: 'alias', epoch: '2026-11' }, words: 'About me.' }]);
    const same = await pool.query(
      'SELECT FROM aliases a JOIN reports r ON r.pseudonym = a.pseudonym OR r.public_key = a.public_key',
    );
    expect(same.rowCount).toBe(0);
    expect((await send(bo.client, { ...about, rule: 'hate' })).state).toMatchObject({
      name: 'refused',
      code: 'already-reported',
    });
    // The alias in the thread is what it was: a report is no act of it.
    await post(bo.client, { ...answer, text: 'And once more.' });
  });

  it('waits like an act of another context, and is not longer than a report may be', async () => {
    const thread = await post(ann.client, opening('Another', 'A little later in the day.'));
    const about = { kind: 'report', room: 'square', thread: thread.thread, target: thread.id } as const;
    const item = await ann.client.outbox.add({ ...about, rule: 'other' });
    const { state } = item;
    expect(state.name === 'waiting' && state.until - clock.now().getTime()).toBeGreaterThanOrEqual(minute);
    await ann.client.outbox.drop(item.id);
    await expect(
      ann.client.outbox.add({ ...about, rule: 'other', text: 'x'.repeat(501) }),
    ).rejects.toMatchObject({ code: 'text-invalid' });
  });
});

describe('what was decided', () => {
  it('is found by its author alone, appealed against, and undone by the answer', async () => {
    const thread = await post(ann.client, opening('Removed', 'Someone told me this story at lunch.'));
    const decision = await decide(thread, 'remove');
    expect(await stateOf(thread)).toBe('removed');
    const before = ann.wire.requests.length;
    await ann.client.notices.look();
    const asked = ann.wire.requests.slice(before).map(({ path }) => path);
    expect(asked.every((path) => path.startsWith('/api/talk/bulk/notices?day='))).toBe(true);
    await bo.client.notices.look();
    expect(bo.client.notices.snapshot().notices).toEqual([]);
    expect(ann.client.notices.snapshot()).toMatchObject({
      unread: 1,
      notices: [
        {
          id: decision,
          post: thread.id,
          action: 'remove',
          rule: 'insult',
          words: 'Read the rules.',
          read: false,
        },
      ],
    });
    await ann.client.notices.read([decision]);

    const appeal = {
      kind: 'appeal',
      room: 'square',
      thread: thread.thread,
      target: thread.id,
      decision,
    } as const;
    expect((await send(ann.client, { ...appeal, text: 'It was a quote.' })).state.name).toBe('sent');
    expect((await send(bo.client, { ...appeal, text: 'Me too.' })).state).toMatchObject({
      code: 'not-author',
    });
    await withTransaction(pool, (tx) =>
      answerAppeal(tx, {
        ...{ room: 'square', decision: bytes(decision), grant: true, words: 'It was.', slot: slot() },
        ...{ by: 'senior', staff: randomUUID() },
      }),
    );
    clock.advance(6 * minute);
    expect(await stateOf(thread)).toBe('shown');
    await ann.client.notices.look();
    const { notices, unread } = ann.client.notices.snapshot();
    expect(unread).toBe(1);
    expect(new Set(notices.map(({ action, appeal: state, read }) => `${action} ${state} ${read}`))).toEqual(
      new Set(['remove granted true', 'restore null false']),
    );
  });
});

describe('tokens of posts', () => {
  it('come back to the purse after a day, but for those of what was removed, and pay for a post', async () => {
    const good = await post(bo.client, opening('Kept', 'Nobody minds these words at all.'));
    const bad = await post(bo.client, opening('Gone', 'Everybody minded those, and rightly.'));
    await decide(bad, 'remove');
    await bo.client.tokens.refresh();
    const before = bo.client.tokens.snapshot();
    expect(before.pending).toBeGreaterThanOrEqual(4);
    clock.advance(26 * hour);
    await town.talk.upkeep();
    const first = bo.wire.requests.length;
    await bo.client.tokens.collect();
    const asked = bo.wire.requests.slice(first).map(({ path }) => path);
    expect(asked.some((path) => path.startsWith('/api/talk/bulk/refunds?keyId='))).toBe(true);
    expect(asked.join()).not.toContain(good.id);
    const after = bo.client.tokens.snapshot();
    // Two of the thread and one of each reply before it; those of the removed one stay away.
    expect(after.back).toBe(before.pending - 2);
    expect(after).toMatchObject({ free: before.free + after.back, pending: 2 });

    // Not read again at once, and nothing is taken twice.
    const second = bo.wire.requests.length;
    await bo.client.tokens.collect();
    expect(bo.wire.requests.slice(second).filter(({ path }) => path.includes('refunds'))).toEqual([]);
    while (bo.client.tokens.snapshot().free > after.back) {
      await post(bo.client, opening('More', `Of tea number ${bo.client.tokens.snapshot().free}`));
    }
    await post(bo.client, opening('Paid with what came back', 'Of a day ago, for which I am thankful.'));
    expect(bo.client.tokens.snapshot().back).toBeLessThan(after.back);
  });

  it('are looked for out of turn by who has too few for a post', async () => {
    const { client, wire } = bo;
    const later = async (hours: number) => {
      clock.advance(hours * hour);
      await town.talk.upkeep();
    };
    await client.tokens.collect();
    while (client.tokens.snapshot().free >= 4) await post(client, opening('Early', 'One of those before.'));
    await later(2);
    await post(client, opening('Late', 'Two hours after the others.'));
    await later(24.5);
    await client.tokens.collect();
    while (client.tokens.snapshot().free >= 2) await post(client, opening('Next', 'With what came back.'));
    await later(2);
    const first = wire.requests.length;
    const read = () => wire.requests.slice(first).filter(({ path }) => path.includes('/bulk/refunds'));
    await client.tokens.collect();
    expect(read()).toEqual([]);
    await post(client, opening('Paid', 'With those of the late one, which lay ready.'));
    expect(read()).not.toEqual([]);
  });
});
