import { describe, expect, it } from 'vitest';
import { createDrafts } from './drafts.ts';
import { entriesUnder, memoryStore } from './store.ts';

describe('a store in memory', () => {
  it('shares no object with whoever writes or reads', async () => {
    const store = memoryStore();
    const value = { list: [1] };
    await store.set('a', value);
    value.list.push(2);
    const read = (await store.get('a')) as typeof value;
    read.list.push(3);
    expect(await store.get('a')).toEqual({ list: [1] });
  });

  it('lists what begins with a prefix', async () => {
    const store = memoryStore([
      ['outbox/1', 'x'],
      ['outbox-last', 'y'],
    ]);
    expect(await entriesUnder(store, 'outbox/')).toEqual([['1', 'x']]);
  });
});

describe('drafts', () => {
  it('are kept one for each place, until they are deleted', async () => {
    const drafts = createDrafts(memoryStore());
    await drafts.set('room/square', { title: 'T', text: 'half a thought' });
    await drafts.set('thread/abc', { text: 'another' });
    await drafts.delete('thread/abc');
    expect(await drafts.get('room/square')).toEqual({ title: 'T', text: 'half a thought' });
    expect(await drafts.list()).toEqual([
      { scope: 'room/square', draft: { title: 'T', text: 'half a thought' } },
    ]);
  });
});
