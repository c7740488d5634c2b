import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Info } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import {
  challengeDigest,
  decodeTokenKey,
  finalizeToken,
  isoWeek,
  presentationToWire,
  tokenKeyId,
  tokenRequest,
  tokensContext,
  verifyToken,
} from '@teahouse/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { contentsOf, instance, start, startTown, type Town } from '../testing/town.ts';
import { bytesOf, textOf } from '../wire.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterEach(() => town.clock.set(start));
afterAll(() => town.stop());

const info = async () => Info.parse((await call(town, 'GET', '/info')).body);

/** What a client sends to draw, with what it keeps to finish the tokens. `shift` makes other messages of it. */
async function drawing(holder: Holder, { shift = 0, week = '' } = {}) {
  const { tokenKeys, ...present } = await info();
  week ||= present.week;
  const publicKeySpki = bytesOf(tokenKeys[0]!.publicKey);
  const requests = Array.from({ length: talkLimits.tokensPerWeek }, (_, i) =>
    tokenRequest({
      publicKeySpki,
      seed: holder.seed,
      week,
      i: i + shift,
      challengeDigest: challengeDigest(instance),
    }),
  );
  const entry = presentationToWire(holder.show(tokensContext(instance, week), 'alias'));
  const body = { week, keyId: tokenKeys[0]!.id, entry, blinded: requests.map((one) => textOf(one.blinded)) };
  return { publicKeySpki, requests, body };
}
const draw = (body: unknown) => call<{ signatures: string[] }>(town, 'POST', '/tokens/draw', body);

describe('the token key', () => {
  it('is one a month, published as RFC 9578 says, and private to its owner', async () => {
    const { tokenKeys, week } = await info();
    expect(week).toBe('2026-W47');
    expect(tokenKeys.map((key) => key.month)).toEqual(['2026-11']);
    const spki = bytesOf(tokenKeys[0]!.publicKey);
    expect(textOf(tokenKeyId(spki))).toBe(tokenKeys[0]!.id);
    expect(decodeTokenKey(spki).n > 1n << 2047n).toBe(true);
    expect(statSync(join(town.secrets, 'token-2026-11.key')).mode & 0o777).toBe(0o600);
    expect(statSync(town.secrets).mode & 0o777).toBe(0o700);
  });

  it('of the last month still counts, the one before does not', async () => {
    const author = new Holder(town);
    const early = author.thread();
    const late = author.thread();
    town.clock.set('2026-12-02T00:00:00Z');
    expect((await info()).tokenKeys.map((key) => key.month)).toEqual(['2026-12', '2026-11']);
    expect((await send(town, 'square', early)).status).toBe(200);
    town.clock.set('2027-01-01T00:00:00Z');
    expect((await info()).tokenKeys.map((key) => key.month)).toEqual(['2027-01', '2026-12']);
    expect((await send(town, 'square', late)).body.code).toBe('token-invalid');
  });
});

describe('a draw', () => {
  it('gives seven tokens that pay for posts', async () => {
    const holder = new Holder(town);
    const { publicKeySpki, requests, body } = await drawing(holder);
    const { signatures } = (await draw(body)).body;
    expect(signatures).toHaveLength(7);
    const tokens = requests.map((request, i) =>
      finalizeToken({ publicKeySpki, request, blindSignature: bytesOf(signatures[i]!) }),
    );
    for (const token of tokens)
      verifyToken({ publicKeySpki, challengeDigest: challengeDigest(instance), token });
    const opened = (await send(town, 'square', holder.thread())).body;
    const reply = holder.reply(opened, { kind: undefined, nonce: requests[0]!.nonce });
    expect((await send(town, 'square', { ...reply, tokens: [textOf(tokens[0]!)] })).status).toBe(200);
  });

  it('repeated with a fresh proof gets the same signatures', async () => {
    const holder = new Holder(town);
    const first = await draw((await drawing(holder)).body);
    const before = await contentsOf(town);
    const { body } = await drawing(holder);
    const second = await draw(body);
    expect(second.body).toEqual(first.body);
    expect(await contentsOf(town)).toBe(before);
  });

  it('of one person at once with different messages: one wins', async () => {
    const holder = new Holder(town);
    const bodies = await Promise.all(
      [0, 20, 40, 60, 80].map(async (shift) => (await drawing(holder, { shift })).body),
    );
    const answers = await Promise.all(bodies.map(draw));
    expect(answers.map((answer) => answer.body.code ?? 'drawn').sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'already-drawn'),
      'drawn',
    ]);
  });

  it('can be made for this week and the one before, once each, and for no other', async () => {
    const holder = new Holder(town);
    const late = (await drawing(holder, { week: '2026-W46' })).body;
    const first = await draw(late);
    expect(first.status).toBe(200);
    expect((await draw((await drawing(holder)).body)).status).toBe(200);
    expect((await draw((await drawing(holder, { week: '2026-W46' })).body)).body).toEqual(first.body);
    const other = (await drawing(holder, { week: '2026-W46', shift: 20 })).body;
    expect((await draw(other)).body.code).toBe('already-drawn');
    for (const week of ['2026-W45', '2026-W48', '2025-W47'])
      expect((await draw((await drawing(holder, { week })).body)).body.code).toBe('wrong-week');
  });

  it('for the week before can not be made by who drew that week in time', async () => {
    const holder = new Holder(town);
    await draw((await drawing(holder)).body);
    town.clock.advance(7 * 86_400_000);
    const other = (await drawing(holder, { week: '2026-W47', shift: 20 })).body;
    expect((await draw(other)).body.code).toBe('already-drawn');
  });

  it('for the week before leaves the same row as any: nothing says who came late', async () => {
    const before = "SELECT FROM draws WHERE week = '2026-W46'";
    await draw((await drawing(new Holder(town), { week: '2026-W46' })).body);
    expect((await town.db.pool.query(before)).rowCount).toBe(0);
  });

  it('can be made again in the next week, and its old row is forgotten after four', async () => {
    const rows = async () =>
      (await town.db.pool.query("SELECT FROM draws WHERE week = '2026-W47'")).rowCount ?? 0;
    const holder = new Holder(town);
    await draw((await drawing(holder)).body);
    town.clock.advance(7 * 86_400_000);
    await town.talk.upkeep();
    expect((await info()).week).toBe(isoWeek(town.clock.now()));
    expect((await draw((await drawing(holder)).body)).status).toBe(200);
    expect(await rows()).toBeGreaterThan(0);
    town.clock.advance(28 * 86_400_000);
    await town.talk.upkeep();
    expect(await rows()).toBe(0);
  });
});
