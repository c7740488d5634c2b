import { LiveEvent } from '@teahouse/contract/talk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Holder, send } from '../testing/holder.ts';
import { startTown, type Town } from '../testing/town.ts';

let town: Town;
let base: string;
beforeAll(async () => {
  town = await startTown({ liveClients: 3 });
  base = `${await town.talk.listen()}/api/talk`;
});
afterAll(() => town.stop());

/** Follows a stream; `next` waits for one event more. */
async function follow(path: string) {
  const abort = new AbortController();
  const response = await fetch(base + path, { signal: abort.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  return {
    response,
    stop: () => abort.abort(),
    async next(): Promise<LiveEvent> {
      for (;;) {
        const match = /^event: (\w+)\ndata: (.*)\n\n/m.exec(rest);
        if (match) {
          rest = rest.slice(match.index + match[0].length);
          const event = LiveEvent.parse(JSON.parse(match[2]!));
          expect(event.kind).toBe(match[1]);
          return event;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream ended');
        rest += value;
      }
    },
  };
}

describe('live events', () => {
  it('tell a thread and its room what was said, edited and deleted, in order', async () => {
    const author = new Holder(town);
    const room = await follow('/rooms/square/events');
    expect(room.response.headers.get('content-type')).toContain('text/event-stream');
    const opened = (await send(town, 'square', author.thread({ title: 'Live' }))).body;
    expect(await room.next()).toMatchObject({
      kind: 'post',
      thread: { id: opened.thread, title: 'Live' },
      post: { seq: 0 },
    });
    const thread = await follow(`/rooms/square/threads/${opened.thread}/events`);
    const reply = (await send(town, 'square', author.reply(opened, { kind: undefined, text: 'Now' }))).body;
    const edit = (await send(town, 'square', author.edit(reply, reply.id, 'A little later'))).body;
    await send(town, 'square', author.remove(reply, edit.id));
    await send(town, 'hours', author.thread({ room: 'hours' }));

    for (const stream of [room, thread]) {
      const events = [await stream.next(), await stream.next(), await stream.next()];
      expect(events.map((event) => event.kind)).toEqual(['post', 'edit', 'delete']);
      expect(events.every((event) => event.post.id === reply.id)).toBe(true);
      expect(events[0]?.alias.publicKey).toBe(author.publicKeyIn(opened.thread));
      expect(events[2]?.post.body).toBeNull();
      stream.stop();
    }
  });

  it('tell of a crowd that reacts at least the last count', async () => {
    const author = new Holder(town);
    const opened = (await send(town, 'square', author.thread())).body;
    const thread = await follow(`/rooms/square/threads/${opened.thread}/events`);
    const crowd = Array.from({ length: 12 }, () => new Holder(town));
    await Promise.all(
      crowd.map((who) => send(town, 'square', who.react(opened, 'agree', { kind: 'alias' }))),
    );
    let last: LiveEvent | undefined;
    let events = 0;
    for (; last?.post.tally.reactions.agree !== crowd.length; events++) last = await thread.next();
    expect(last).toMatchObject({ kind: 'tally', thread: { voices: 13 }, post: { id: opened.id } });
    expect(events).toBeLessThan(crowd.length);
    thread.stop();
  });

  it('are for a bounded number of listeners, and for rooms and threads that are there', async () => {
    const nobody = new Holder(town).publicKeyIn('A'.repeat(43));
    expect((await fetch(`${base}/rooms/nowhere/events`)).status).toBe(404);
    expect((await fetch(`${base}/rooms/square/threads/${nobody}/events`)).status).toBe(404);
    const streams = [];
    let refused: Response | undefined;
    while (!refused && streams.length < 5) {
      const stream = await follow('/rooms/square/events');
      if (stream.response.status === 200) streams.push(stream);
      else refused = stream.response;
    }
    expect(refused?.status).toBe(503);
    expect(refused?.headers.get('retry-after')).not.toBeNull();
    for (const stream of streams) stream.stop();
  });
});
