import { describe, expect, it } from 'vitest';
import { logFiles } from './sources.ts';

const bases = { membersBase: 'https://a.example', talkBase: 'https://b.example' };
const files = (answer: () => Response | Promise<Response>, seen: unknown[] = []) =>
  logFiles({
    ...bases,
    fetch: async (input, init) => {
      seen.push([String(input), init?.credentials, init?.referrerPolicy]);
      return answer();
    },
  });

describe('the files of the logs', () => {
  it('are read at their own places, without a cookie', async () => {
    const seen: unknown[] = [];
    const at = files(() => new Response('x'), seen);
    for (const source of ['issuer@talk', 'issuer@members', 'talk'] as const) await at[source]('checkpoint');
    expect(seen).toEqual([
      ['https://b.example/api/talk/issuer/log/checkpoint', 'omit', 'no-referrer'],
      ['https://a.example/api/members/log/checkpoint', 'omit', 'no-referrer'],
      ['https://b.example/api/talk/log/checkpoint', 'omit', 'no-referrer'],
    ]);
  });

  it('may be absent, and may not be longer than such a file can be', async () => {
    expect(await files(() => new Response('', { status: 404 })).talk('tile/0/000')).toBeUndefined();
    const long = files(() => new Response(new Uint8Array(8193)));
    await expect(long.talk('tile/0/000')).rejects.toMatchObject({ code: 'log-invalid' });
    expect(await long.talk('checkpoint')).toHaveLength(8193);
  });

  it('come with the codes of any call when there is no answer', async () => {
    const down = files(() => Promise.reject(new TypeError('no network')));
    await expect(down.talk('checkpoint')).rejects.toMatchObject({ code: 'offline' });
    const busy = files(() => new Response('', { status: 503 }));
    await expect(busy.talk('checkpoint')).rejects.toMatchObject({ code: 'unavailable', status: 503 });
  });
});
