import { LiveEvent, talkPaths } from '@teahouse/contract/talk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFile } from '../pictures/test-files.ts';
import { Holder, send, tokenKeyOf } from '../testing/holder.ts';
import { rng } from '../testing/issuer.ts';
import { decider } from '../testing/order.ts';
import { start, startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';
import { textOf } from '../wire.ts';

/*
 * What is held, hidden or removed is read nowhere: every route of the contract is asked before and after, and fails here
 * when it was added without a row. Each word is said in one place of one thread only.
 */
const size = { width: 64, height: 48 };
let scenes = 0;
const wordsOfScene = () => {
  scenes += 1;
  // Letters alone, and others in each scene: near-duplicates would be held.
  const word = () => Array.from(rng(14), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
  return { title: word(), text: word(), option: word(), reply: word(), earlier: word() };
};
const today = start.slice(0, 10);

let town: Town;
let desk: ReturnType<typeof decider>;
let votes: ReturnType<typeof votesIn>;
let base: string;
beforeAll(async () => {
  town = await startTown();
  desk = decider(town);
  votes = votesIn(town);
  base = `${await town.talk.listen()}/api/talk`;
});
afterAll(() => town.stop());

interface Scene {
  readonly said: ReturnType<typeof wordsOfScene>;
  readonly thread: PostAt;
  readonly reply: PostAt;
  readonly pictureHash: string;
}

/** A thread with a poll, and its best reply, edited, with a picture and a mention. */
async function setScene(): Promise<Scene> {
  const said = wordsOfScene();
  const picture = await simpleFile(size, scenes);
  const [opener, guest] = [new Holder(town), new Holder(town)];
  const poll = { options: [said.option, 'Tea'], multiple: false, voters: 'everyone' } as const;
  const sent = await send(town, 'square', opener.thread({ title: said.title, text: said.text, poll }));
  const thread: PostAt = { room: 'square', ...sent.body };
  const envelope = guest.reply(thread, { text: said.earlier, pictures: [{ file: picture, ...size }] });
  const first = (await send(town, 'square', envelope)).body;
  await send(town, 'square', guest.edit(first, first.id, said.reply));
  const reply: PostAt = { room: 'square', id: first.id, thread: first.thread };
  for (const person of votes.people(5)) {
    await votes.react(person, reply, 'agree', { kind: 'alias' });
    await votes.vote(person, reply, { verdict: 'confirm' }, { kind: 'company' });
    await votes.vote(person, thread, { choices: [0] });
  }
  await town.talk.logActs();
  const { posts } = await desk.view(thread);
  return { said, thread, reply, pictureHash: posts[1]!.body!.pictures![0]!.hash };
}

/** Where each public read is asked; null: it says nothing of a post. `post`: the one that is decided about. */
const pathsOf = (
  { said, thread, reply, pictureHash }: Scene,
  post: PostAt,
): Record<string, string[] | null> => {
  const at = `/rooms/square/threads/${thread.thread}`;
  const key = textOf(tokenKeyOf(town).id);
  return {
    info: null,
    companyKeys: null,
    official: [`${at}/official`],
    directory: null,
    issuer: null,
    rooms: null,
    latest: ['active', 'new', 'hot', 'day', 'week'].map((sort) => `/threads?sort=${sort}`),
    threads: ['active', 'new', 'hot', 'day', 'week'].map((sort) => `/rooms/square/threads?sort=${sort}`),
    thread: [at, `${at}?around=${post.id}`, `${at}?after=0`, `${at}?before=2`],
    card: [`${at}/card`, `${at}/card?post=${post.id}`, `${at}/card?post=${reply.id}`],
    history: [`/rooms/square/posts/${post.id}/history`],
    proof: [`/rooms/square/posts/${post.id}/proof`],
    reactions: [`/rooms/square/posts/${post.id}/reactions`],
    ballots: ['poll', 'verdict'].map((kind) => `/rooms/square/posts/${post.id}/ballots/${kind}`),
    picture: [`/rooms/square/pictures/${pictureHash}`],
    search: Object.values(said).flatMap((word) => [`/search?q=${word}`, `/search?q=${word}&room=square`]),
    // Streams: followed below.
    roomEvents: null,
    threadEvents: null,
    bulkAliases: ['/bulk/aliases'],
    bulkPosts: [`/bulk/posts?day=${today}`],
    roomAliases: ['/rooms/square/bulk/aliases'],
    roomPosts: [`/rooms/square/bulk/posts?day=${today}`],
    roomRefunds: [`/rooms/square/bulk/refunds?keyId=${key}`],
    bulkNotices: [`/bulk/notices?day=${today}`],
    roomNotices: [`/rooms/square/bulk/notices?day=${today}`],
    decisions: ['/decisions', '/decisions?room=square'],
    decisionCounts: ['/decisions/counts'],
    bulkSpent: [`/bulk/spent?keyId=${key}`],
    bulkRefunds: [`/bulk/refunds?keyId=${key}`],
  };
};

/** An answer as plain as can be: also what is inside of base64url, such as the body of a history. */
function plainOf(body: Buffer): string {
  const text = body.toString('latin1');
  const inside = text.match(/[A-Za-z0-9_-]{16,}/g) ?? [];
  return [text, ...inside.map((one) => Buffer.from(one, 'base64url').toString('latin1'))].join('\n');
}

/** Which of these words are read, and by which route. The cache is asked anew each time. */
async function readings(scene: Scene, post: PostAt, words: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const [route, paths] of Object.entries(pathsOf(scene, post))) {
    for (const path of paths ?? []) {
      const { rawPayload, statusCode } = await town.talk.app.inject({ url: `/api/talk${path}` });
      if (route === 'picture' && statusCode === 200) found.add(route);
      const plain = plainOf(rawPayload);
      // What is looked for stands in no answer by itself.
      if (words.some((word) => plain.includes(word))) found.add(route);
    }
  }
  return found;
}

/** Every answer that was kept is forgotten: the next act drops what a room has. */
const forgetAnswers = async () => {
  await votes.open(new Holder(town));
};

const actions = ['hold', 'hide', 'remove'] as const;

it('every read of the contract has a row', async () => {
  const scene = await setScene();
  const reads = Object.entries(talkPaths).filter(([, path]) => path.startsWith('GET '));
  expect(Object.keys(pathsOf(scene, scene.thread)).sort()).toEqual(reads.map(([name]) => name).sort());
});

describe.each(actions)('after %s', (action) => {
  it('nothing of a reply is read by anybody, and all of it again when it is kept', async () => {
    const scene = await setScene();
    const { said } = scene;
    const words = [said.reply, said.earlier];
    const before = await readings(scene, scene.reply, words);
    expect([...before].sort()).toEqual(
      ['card', 'history', 'latest', 'picture', 'proof', 'search', 'thread', 'threads'].sort(),
    );
    await desk.decide(scene.reply, action);
    await forgetAnswers();
    expect([...(await readings(scene, scene.reply, words))]).toEqual([]);
    await desk.decide(scene.reply, 'keep');
    await forgetAnswers();
    expect(await readings(scene, scene.reply, words)).toEqual(before);
    await desk.decide(scene.reply, 'remove');
    await desk.decide(scene.thread, 'remove');
  });

  it('nothing of a thread’s opening is read by anybody, also where its replies stand', async () => {
    const scene = await setScene();
    const { said } = scene;
    const words = [said.title, said.text, said.option];
    const card = async () =>
      (await town.talk.app.inject({ url: `/api/talk/rooms/square/threads/${scene.thread.thread}/card.png` }))
        .rawPayload;
    const drawn = await card();
    const before = await readings(scene, scene.thread, words);
    for (const route of ['card', 'history', 'latest', 'proof', 'search', 'thread', 'threads'])
      expect([...before]).toContain(route);
    await desk.decide(scene.thread, action);
    await forgetAnswers();
    const after = await readings(scene, scene.thread, words);
    after.delete('picture'); // that of the reply, which stands
    expect([...after]).toEqual([]);
    expect((await card()).equals(drawn)).toBe(false);
    expect((await desk.view(scene.thread)).posts[1]?.body?.text).toBe(said.reply);
    // The search finds the reply, under no title.
    const { body } = await town.talk.app.inject({ url: `/api/talk/search?q=${said.reply}` });
    expect(body).not.toContain(said.title);
    await desk.decide(scene.reply, 'remove');
  });
});

it('a stream tells that something is not shown any more, and none of its words', async () => {
  const scene = await setScene();
  const abort = new AbortController();
  const response = await fetch(`${base}/rooms/square/events`, { signal: abort.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await desk.decide(scene.reply, 'hide');
  await desk.decide(scene.thread, 'remove');
  let text = '';
  // What happened before may still come, in the words of then.
  const told = () =>
    [...text.matchAll(/^data: (.*)\n/gm)]
      .map(([, json]) => LiveEvent.parse(JSON.parse(json!)))
      .filter(({ post }) => post.order.state !== 'shown');
  while (told().length < 2) text += (await reader.read()).value;
  abort.abort();
  const events = told();
  expect(events.map(({ kind, post }) => [kind, post.order.state, post.body])).toEqual([
    ['edit', 'hidden', null],
    ['edit', 'removed', null],
  ]);
  const { reply, earlier, ...opening } = scene.said;
  for (const word of [reply, earlier]) expect(JSON.stringify(events)).not.toContain(word);
  // The thread still stood when its reply went.
  for (const word of Object.values(opening)) expect(JSON.stringify(events[1])).not.toContain(word);
});
