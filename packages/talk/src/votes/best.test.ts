import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Holder, send } from '../testing/holder.ts';
import { startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';

let town: Town;
let v: ReturnType<typeof votesIn>;
let opened: PostAt;
let writer: Holder;
let one: PostAt;
let two: PostAt;
let crowd: Holder[];

beforeAll(async () => {
  town = await startTown();
  v = votesIn(town);
});
beforeEach(async () => {
  opened = await v.open(new Holder(town));
  writer = new Holder(town);
  one = await v.answer(writer, opened, 'The first unmistakable word.');
  two = await v.answer(new Holder(town), opened, 'The second word.');
  crowd = v.people(4);
});
afterAll(() => town.stop());

const highlight = async () => (await v.viewOf(opened)).thread.highlight;
const rowOfThread = async () => {
  const { rows } = await town.db.pool.query<{ row: string }>(
    'SELECT t::text AS row FROM threads t WHERE id = $1',
    [Buffer.from(opened.thread, 'base64url')],
  );
  return rows[0]?.row;
};
/** Ids of the acts, one a person. */
async function agree(post: PostAt, people: readonly Holder[]): Promise<string[]> {
  const ids: string[] = [];
  for (const who of people) {
    const known = await v.react(who, post, 'agree');
    ids.push((known.status === 200 ? known : await v.react(who, post, 'agree', { kind: 'alias' })).body.id);
  }
  return ids;
}

describe('the best reply of a thread', () => {
  it('is shown in lists from three who agree, and is the one that most agree with', async () => {
    await agree(one, crowd.slice(0, 2));
    expect(await highlight()).toBeNull();
    await agree(one, crowd.slice(2, 3));
    expect(await highlight()).toMatchObject({
      post: one.id,
      words: 'The first unmistakable word.',
      agree: 3,
    });
    await agree(two, crowd);
    expect(await highlight()).toMatchObject({ post: two.id, words: 'The second word.', agree: 4 });
  });

  it('is never the thread itself, and counts no other reaction', async () => {
    await agree(opened, crowd);
    for (const who of crowd) await v.react(who, one, 'hug');
    expect(await highlight()).toBeNull();
  });

  it('gives way to the next when one who agreed takes it back', async () => {
    await agree(one, crowd.slice(0, 3));
    const [first, second] = await agree(two, crowd);
    await v.react(crowd[0]!, two, 'angry', { prev: first! });
    expect(await highlight()).toMatchObject({ agree: 3 });
    await v.react(crowd[1]!, two, null, { prev: second! });
    expect(await highlight()).toMatchObject({ post: one.id, agree: 3 });
  });

  it('shows its new words after an edit', async () => {
    await agree(one, crowd);
    await send(town, 'square', writer.edit(one, one.id, 'Better put.'));
    expect(await highlight()).toMatchObject({ post: one.id, words: 'Better put.' });
  });

  it('leaves nothing of a reply that was taken back, and the next one stands there', async () => {
    await agree(two, crowd.slice(0, 3));
    await agree(one, crowd);
    await send(town, 'square', writer.remove(one, one.id));
    expect(await highlight()).toMatchObject({ post: two.id, agree: 3 });
    expect(await rowOfThread()).not.toContain('unmistakable');
  });

  it('keeps no word of what is taken back while many agree with it', async () => {
    for (let round = 0; round < 5; round++) {
      const guest = new Holder(town);
      const reply = await v.answer(guest, opened, `unmistakable ${round}`);
      await Promise.all([
        ...v.people(6).map((who) => v.react(who, reply, 'agree', { kind: 'alias' })),
        send(town, 'square', guest.remove(reply, reply.id)),
      ]);
      expect(await rowOfThread()).not.toContain(`unmistakable ${round}`);
    }
  });
});
