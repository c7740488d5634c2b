import { orderErrors } from '@teahouse/contract/talk';
import { clamdThatFinds, type ServedScanner, serveScanner } from '@teahouse/eye/testing-clamd';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { simpleFile } from '../pictures/test-files.ts';
import { Holder, send, type WireEnvelope } from '../testing/holder.ts';
import { decider } from '../testing/order.ts';
import { contentsOf, startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';

let town: Town;
let votes: ReturnType<typeof votesIn>;
let desk: ReturnType<typeof decider>;
let author: Holder;
let post: PostAt;
const reached = new Set<string>();

/** The one file in which the scanner finds something. */
const infected = await simpleFile({ width: 48, height: 32 });
let scanner: ServedScanner;

beforeAll(async () => {
  scanner = await serveScanner(clamdThatFinds(infected));
  town = await startTown({ clamav: scanner.setting });
  votes = votesIn(town);
  desk = decider(town);
});
beforeEach(async () => {
  author = new Holder(town);
  post = await votes.open(author);
});
afterAll(async () => {
  await town.stop();
  scanner.server.close();
});

/** The act is refused with this code and its status, and the database is as it was. */
async function refused(code: keyof typeof orderErrors, envelope: WireEnvelope): Promise<void> {
  const before = await contentsOf(town);
  const answer = await send(town, 'square', envelope);
  expect([answer.status, answer.body.code]).toEqual([orderErrors[code].status, code]);
  expect(await contentsOf(town)).toBe(before);
  reached.add(code);
}
const nextSlot = () => town.clock.advance(6 * 60_000);

describe('order in the house refuses, with nothing written,', () => {
  it('a plain threat', () => refused('look-threat', author.thread({ text: 'I will stab you at the gate' })));

  it("somebody's number", () =>
    refused('look-personal-data', author.thread({ text: 'his number is 212-555-0143' })));

  it('a picture that was banned', async () => {
    const size = { width: 32, height: 32 };
    const file = await simpleFile(size);
    const withPicture = () => new Holder(town).reply(post, { pictures: [{ file, ...size }] });
    const { body } = await send(town, 'square', withPicture());
    await desk.decide({ room: 'square', id: body.id, thread: body.thread }, 'ban-picture');
    await refused('look-known-picture', withPicture());
  });

  it('a harmful file', async () => {
    const pictures = [{ file: infected, width: 48, height: 32 }];
    await refused('look-malware', author.reply(post, { kind: undefined, pictures }));
  });

  it('what is said to a post that is not shown', async () => {
    await desk.decide(post, 'remove');
    await refused('post-not-shown', new Holder(town).reply(post));
  });

  it('an answer in a thread that is locked, or too soon in one that is slow', async () => {
    await desk.decide(post, 'slow', { minutes: 15 });
    await refused('thread-slow', author.reply(post, { kind: undefined }));
    await desk.decide(post, 'lock');
    await refused('thread-locked', new Holder(town).reply(post));
  });

  it('an alias that is banned', async () => {
    await desk.decide(post, 'ban');
    await refused('alias-banned', author.reply(post, { kind: undefined }));
  });

  it('a second report of one person', async () => {
    const reporter = new Holder(town);
    await send(town, 'square', reporter.report(post));
    await refused('already-reported', reporter.report(post, { text: 'Once more.' }));
  });

  it('an appeal that comes twice, or against nothing', async () => {
    const { id } = await desk.decide(post, 'blur');
    await refused('appeal-unknown', author.appeal(post, post.id));
    nextSlot();
    await send(town, 'square', author.appeal(post, id));
    await refused('appeal-closed', author.appeal(post, id));
  });
});

it('with every code of its own', () => {
  expect(Object.keys(orderErrors).filter((code) => !reached.has(code))).toEqual([]);
});
