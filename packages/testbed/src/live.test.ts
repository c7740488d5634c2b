import type { LiveEvent } from '@teahouse/contract/talk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harbour, opening, post } from './fixtures.ts';
import { newMembers, type Person } from './people.ts';
import { startTeahouse, type Town } from './town.ts';

describe('a page that watches a thread', () => {
  let town: Town;
  let ann: Person;
  let bo: Person;

  beforeAll(async () => {
    town = await startTeahouse();
    const specs = ['Ann', 'Bo'].map((name) => ({ name, company: harbour }));
    [ann, bo] = (await newMembers(town, specs)) as [Person, Person];
  });
  afterAll(() => town?.stop());

  it('hears of replies and edits as they come, until it stops', async () => {
    const { id, thread } = await post(ann.client, opening('Watched'));
    const events: LiveEvent[] = [];
    let heard = () => {};
    const opened = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const stop = bo.client.watch(
      { room: 'square', thread },
      // The opening post's own event may come late, after the watching began.
      (event) => (event.kind === 'post' && event.post.id === id) || events.push(event),
      (state) => state === 'open' && heard(),
    );
    await opened;

    await post(bo.client, { kind: 'reply', room: 'square', thread, target: id, text: 'I am here.' });
    await expect.poll(() => events.length).toBe(1);
    await post(ann.client, { kind: 'edit', room: 'square', thread, target: id, text: 'Edited.' });
    await expect.poll(() => events.length).toBe(2);
    stop();
    expect(events.map(({ kind, post: { body } }) => [kind, body?.text])).toEqual([
      ['post', 'I am here.'],
      ['edit', 'Edited.'],
    ]);
  });
});
