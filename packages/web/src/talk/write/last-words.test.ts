import { createDrafts } from '@teahouse/client/drafts';
import { memoryStore } from '@teahouse/client/store';
import { beforeEach, expect, test, vi } from 'vitest';
import { dropLastWords, keepLastWords, takeLastWords } from './last-words.ts';

const storage = new Map<string, string>();
beforeEach(() => {
  storage.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    removeItem: (key: string) => void storage.delete(key),
  });
});
const poll = { options: ['a', 'b'], multiple: false, voters: 'everyone' } as const;

test('words that came too late for the Store are in it at the next visit, beside what it has', async () => {
  const drafts = createDrafts(memoryStore());
  await drafts.set('room/square', { text: '还', poll });
  keepLastWords('room/square', { title: '奖金', text: '还发吗？' });
  await takeLastWords(drafts);
  expect(await drafts.get('room/square')).toEqual({ title: '奖金', text: '还发吗？', poll });
  expect(storage.size).toBe(0);
  await takeLastWords(drafts);
  expect(await drafts.list()).toHaveLength(1);
});

test('they go as soon as the Store has them, and not when it has those of another place', () => {
  keepLastWords('room/square', { text: '还发吗？' });
  dropLastWords('thread/x');
  expect(storage.size).toBe(1);
  dropLastWords('room/square');
  expect(storage.size).toBe(0);
});

test('with a lock on none are put there', () => {
  storage.set('teahouse.find.sealed', '1');
  keepLastWords('room/square', { text: '还发吗？' });
  expect([...storage.keys()]).toEqual(['teahouse.find.sealed']);
});

test('nonsense in their place is none', async () => {
  const drafts = createDrafts(memoryStore());
  for (const text of ['{', '7', '{"scope":"room/square"}', '{"scope":"room/square","text":1}']) {
    storage.set('teahouse.last-words', text);
    await takeLastWords(drafts);
  }
  expect(await drafts.list()).toEqual([]);
});
