import { beforeEach, describe, expect, test, vi } from 'vitest';

const storage = new Map<string, string>();
beforeEach(() => {
  storage.clear();
  vi.resetModules();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
  });
});
const kept = (name: string) => JSON.parse(storage.get(`teahouse.find.${name}`) ?? 'null');

describe('what this device keeps', () => {
  test('of threads is how many replies were seen, without a time, and of the last ones only', async () => {
    const { markSeen, mostSeen } = await import('./seen.ts');
    for (let i = 0; i < mostSeen + 5; i += 1) markSeen(`t${i}`, i);
    markSeen('t10', 99);
    expect(kept('seen')).toHaveLength(mostSeen);
    expect(kept('seen').at(-1)).toEqual(['t10', 99]);
    expect(kept('seen')[0]).toEqual(['t5', 5]);
  });

  test('of rooms is those followed, each once, up to a limit', async () => {
    const { toggleFollowed, mostFollowed } = await import('./followed.ts');
    toggleFollowed('pay');
    toggleFollowed('hours');
    toggleFollowed('pay');
    expect(kept('rooms')).toEqual(['hours']);
    for (let i = 0; i < mostFollowed; i += 1) toggleFollowed(`r${i}`);
    expect(kept('rooms')).toHaveLength(mostFollowed);
    expect(kept('rooms')).not.toContain('hours');
  });

  test('of searches is the last few, the latest first, until they are cleared', async () => {
    const { rememberSearch, clearSearches, mostSearches } = await import('./searches.ts');
    for (const q of ['加班', ' 裁员 ', '', '加班']) rememberSearch(q);
    expect(kept('searches')).toEqual(['加班', '裁员']);
    for (let i = 0; i < 20; i += 1) rememberSearch(`q${i}`);
    expect(kept('searches')).toHaveLength(mostSearches);
    clearSearches();
    expect(kept('searches')).toEqual([]);
  });

  test('is nothing where somebody else wrote nonsense', async () => {
    for (const name of ['rooms', 'seen', 'searches']) {
      storage.set(
        `teahouse.find.${name}`,
        name === 'rooms' ? '{"a":1}' : name === 'seen' ? '[["x"],3]' : '[1,"ok"]',
      );
    }
    const { toggleFollowed } = await import('./followed.ts');
    const { markSeen } = await import('./seen.ts');
    const { rememberSearch } = await import('./searches.ts');
    toggleFollowed('pay');
    markSeen('t', 1);
    rememberSearch('new');
    expect([kept('rooms'), kept('seen'), kept('searches')]).toEqual([['pay'], [['t', 1]], ['new', 'ok']]);
  });
});
