import { BulkRefunds } from '@teahouse/contract/talk';
import { challengeDigest, finalizeToken, refundRequest } from '@teahouse/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { call, Holder, send, tokenKeyOf } from '../testing/holder.ts';
import { instance, startTown, type Town } from '../testing/town.ts';
import { bytesOf, textOf } from '../wire.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.stop());

const published = async () => {
  const keyId = textOf(tokenKeyOf(town).id);
  return BulkRefunds.parse((await call(town, 'GET', `/bulk/refunds?keyId=${keyId}`)).body).refunds;
};

it('gives the tokens of a post back after a day, and they pay for another', async () => {
  const author = new Holder(town);
  const envelope = author.thread();
  const spentNonce = bytesOf(envelope.tokens[0]!).subarray(2, 34);
  const publicKeySpki = tokenKeyOf(town).spki;
  const about = { publicKeySpki, seed: author.seed, spentNonce, challengeDigest: challengeDigest(instance) };
  const requests = [0, 1].map((i) => refundRequest({ ...about, i }));
  const refunds = requests.map((request) => textOf(request.blinded));
  const opened = (await send(town, 'square', { ...envelope, refunds })).body;

  town.clock.advance(23 * 3_600_000);
  await town.talk.upkeep();
  expect(await published()).toEqual([]);
  town.clock.advance(3_600_000);
  await town.talk.upkeep();
  const [refund] = await published();
  expect(refund?.post).toBe(opened.id);

  const [first] = requests;
  const token = finalizeToken({
    publicKeySpki,
    request: first!,
    blindSignature: bytesOf(refund!.signatures[0]!),
  });
  const reply = author.reply(opened, { kind: undefined, nonce: first!.nonce });
  expect((await send(town, 'square', { ...reply, tokens: [textOf(token)], refunds: [] })).status).toBe(200);
});

it('lets a refund that cannot be signed be void, and signs the others', async () => {
  const author = new Holder(town);
  const thread = author.thread();
  const tooLarge = textOf(Buffer.alloc(256, 0xff));
  const bad = (await send(town, 'square', { ...thread, refunds: [tooLarge, tooLarge] })).body;
  const good = (await send(town, 'square', author.reply(bad, { kind: undefined }))).body;
  town.clock.advance(25 * 3_600_000);
  await Promise.all([town.talk.upkeep(), town.talk.upkeep()]);
  const posts = (await published()).map((refund) => refund.post);
  expect(posts).toContain(good.id);
  expect(posts).not.toContain(bad.id);
});
