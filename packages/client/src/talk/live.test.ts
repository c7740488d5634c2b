import { describe, expect, it } from 'vitest';
import { eventData } from './live.ts';

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}
async function all(source: AsyncIterable<Uint8Array>): Promise<string[]> {
  const data: string[] = [];
  for await (const one of eventData(source)) data.push(one);
  return data;
}

describe('a server-sent stream', () => {
  it('is split into the data of its events, wherever the chunks end', async () => {
    expect(await all(chunks('event: post\nda', 'ta: {"a":1}\n', '\ndata: two\n\n'))).toEqual([
      '{"a":1}',
      'two',
    ]);
  });

  it('may hold heartbeats, several data lines and carriage returns', async () => {
    expect(await all(chunks(': still here\n\ndata: a\ndata:b\r\n\r\n'))).toEqual(['a\nb']);
  });

  it('keeps a character whole that lies in two chunks', async () => {
    const bytes = new TextEncoder().encode('data: 茶\n\n');
    async function* halves() {
      yield bytes.subarray(0, 7);
      yield bytes.subarray(7);
    }
    expect(await all(halves())).toEqual(['茶']);
  });
});
