import { ApiError } from '@teahouse/client/errors';
import type { Move, Moved } from '@teahouse/contract/members';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOutbox } from './outbox.ts';

const move = (application: string, version = 1): Move => ({
  ...{ application, version, stage: 'offer', place: 1 },
});
const arrived = (moves: readonly Move[]): Moved => ({
  moved: moves.map(({ application: id, stage, place, version }) => ({
    id,
    stage,
    place,
    version: version + 1,
  })),
  missed: [],
});
const storage = new Map<string, string>();
beforeEach(() => {
  storage.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** An outbox, and what it sent and was told. */
function open(send: (moves: Move[]) => Promise<Moved>) {
  const [sent, refused]: [string[][], unknown[]] = [[], []];
  const outbox = createOutbox({
    ...{ job: 'j', pause: 1, most: 3 },
    send: (moves) => {
      sent.push(moves.map(({ application, version }) => `${application}${version}`));
      return send(moves);
    },
    onMoved: () => undefined,
    onRefused: (error) => refused.push(error instanceof ApiError ? error.code : error),
  });
  const empty = () => vi.waitFor(() => expect(outbox.waiting()).toEqual([]));
  return { outbox, sent, refused, empty };
}

it('sends one batch after the other', async () => {
  const { outbox, sent, empty } = open(async (moves) => arrived(moves));
  outbox.add([move('a')]);
  outbox.add([move('a', 2), move('b')]);
  await empty();
  expect(sent).toEqual([['a1'], ['a2', 'b1']]);
  expect(storage.size).toBe(0);
});

it('divides what is more than leaves at once', async () => {
  const { outbox, sent, empty } = open(async (moves) => arrived(moves));
  outbox.add(['a', 'b', 'c', 'd'].map((id) => move(id)));
  await empty();
  expect(sent).toEqual([['a1', 'b1', 'c1'], ['d1']]);
});

it('goes on with what a page that was closed had not sent', async () => {
  open(() => new Promise(() => undefined)).outbox.add([move('a')]);
  const { sent, empty } = open(async (moves) => arrived(moves));
  await empty();
  expect(sent).toEqual([['a1']]);
});

it('tries again what was not answered', async () => {
  let tries = 0;
  const { outbox, sent, refused, empty } = open(async (moves) => {
    tries += 1;
    if (tries < 3) throw new ApiError('offline');
    return arrived(moves);
  });
  outbox.add([move('a')]);
  await empty();
  expect([sent.length, refused]).toEqual([3, []]);
});

it('drops what was made on top of a move that is refused, and nothing else', async () => {
  const { outbox, sent, refused, empty } = open(async (moves) => {
    if (moves[0]?.version === 1 && moves[0].application === 'a')
      throw new ApiError('application-moved', { status: 409 });
    return arrived(moves);
  });
  outbox.add([move('a')]);
  outbox.add([move('a', 2), move('b')]);
  await empty();
  expect(sent).toEqual([['a1'], ['b1']]);
  expect(refused).toEqual(['application-moved']);
});
