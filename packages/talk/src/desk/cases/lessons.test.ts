import type { Decision } from '@teahouse/contract/talk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Holder } from '../../testing/holder.ts';
import { startTown, type Town } from '../../testing/town.ts';
import { type PostAt, votesIn } from '../../testing/votes.ts';
import { bytesOf } from '../../wire.ts';
import { type Clerk, deskSettings, hire } from '../testing/clerk.ts';
import { pileOn } from '../testing/pile.ts';

let town: Town;
let mo: Clerk;
let bo: Clerk;
let votes: ReturnType<typeof votesIn>;
beforeAll(async () => {
  town = await startTown(deskSettings);
  [mo, bo] = [await hire(town, 'Mo'), await hire(town, 'Bo', 'senior')];
  votes = votesIn(town);
});
afterAll(() => town.stop());

const run = 'Every Wednesday evening some of us run around the lake and have a drink after';
const choir = 'The choir of the seventh floor sings on Fridays and is looking for a bass or two';
const chess = 'Somebody left a chess board in the kitchen, so there are games at noon from now on';
const bread = 'A sourdough starter is waiting in the fridge of the second floor, take half and feed it';
const say = (text: string) => votes.open(new Holder(town), { text });
const decide = async ({ room, id }: PostAt, action: string, rule: string) =>
  (
    await mo.call<Decision>('POST', `/cases/${room}/${id}/decisions`, {
      ...{ action, rule, words: 'Once is enough.' },
    })
  ).body;
const findings = async ({ id }: PostAt): Promise<{ kind: string; rule: string }[]> => {
  const { rows } = await town.db.pool.query('SELECT look FROM cases WHERE post_id = $1', [bytesOf(id)]);
  return rows[0]?.look.reasons ?? [];
};
const isHeld = async ({ id }: PostAt): Promise<boolean> => {
  const { rows } = await town.db.pool.query('SELECT state FROM posts WHERE id = $1', [bytesOf(id)]);
  return rows[0].state === 1;
};

describe('a text that was removed', () => {
  it.each([
    ['advertising', run, 'advertising'],
    ['flooding', choir, 'flood'],
  ])('for %s has its variations held', async (rule, text, kind) => {
    const post = await say(text);
    expect(await isHeld(post)).toBe(false);
    await decide(post, 'remove', rule);
    const again = await say(`${text}!!`);
    expect(await isHeld(again)).toBe(true);
    expect(await findings(again)).toContainEqual(expect.objectContaining({ kind, rule: 'like-removed' }));
    expect(await isHeld(await say('Something else that nobody has said in here before'))).toBe(false);
  });

  it('teaches nothing any more when that is taken back, nor does what was held for it', async () => {
    const post = await say(chess);
    const { id } = await decide(post, 'remove', 'advertising');
    expect(await isHeld(await say(`${chess}!`))).toBe(true);
    await mo.call('POST', `/cases/${post.room}/${post.id}/decisions/${id}/undo`);
    expect(await isHeld(await say(`${chess}!!`))).toBe(false);
    await decide(post, 'remove', 'advertising');
    expect(await isHeld(await say(`${chess}!!!`))).toBe(true);
    await decide(post, 'keep', 'other');
    expect(await isHeld(await say(`${chess}!!!!`))).toBe(false);
  });

  it('teaches nothing any more when an appeal is granted', async () => {
    const post = await say(bread);
    const { id } = await decide(post, 'remove', 'flooding');
    await pileOn(town).appeal(post, id);
    expect(await isHeld(await say(`${bread}!`))).toBe(true);
    await bo.call('POST', `/appeals/${post.room}/${id}`, { grant: true, words: 'It is about bread.' });
    expect(await isHeld(await say(`${bread}!!`))).toBe(false);
  });

  it('for what it says of somebody teaches nothing: others may quote it', async () => {
    const text = 'The new plan of the east wing is the worst that I have seen in eleven years of plans';
    await decide(await say(text), 'remove', 'insult');
    expect(await isHeld(await say(`${text}!`))).toBe(false);
  });
});
