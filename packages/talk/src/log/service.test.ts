import {
  cosigner,
  encodeVerifier,
  openCheckpoint,
  parseVerifier,
  signatureLine,
} from '@teahouse/protocol/log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTalk } from '../app.ts';
import { call, Holder, send, tokenKeyOf } from '../testing/holder.ts';
import { rng } from '../testing/issuer.ts';
import { entriesOf, logFile, readLog } from '../testing/read-log.ts';
import { instance, startTown, type Town } from '../testing/town.ts';
import { textOf } from '../wire.ts';

const witness = cosigner('witness.example', rng(32), 1_795_000_000);
const web = (byte: number) => textOf(Buffer.alloc(32, byte));
let town: Town;
beforeAll(async () => {
  town = await startTown({ witnesses: encodeVerifier(witness.verifier), webHash: web(1), webFiles: 7 });
});
afterAll(() => town.stop());

const note = async () => new TextDecoder().decode(await logFile(town.talk)('checkpoint'));
const sendNote = (payload: string) =>
  town.talk.app.inject({
    method: 'POST',
    url: '/api/talk/log/witness',
    headers: { 'content-type': 'text/plain' },
    payload,
  });

describe("talk's log", () => {
  it('tells first whose it is, then the web app, then the token key, which info names by its entry', async () => {
    const entries = await readLog(town.talk);
    expect(entries.map(({ type }) => type)).toEqual(['log', 'web', 'token-key']);
    expect(entries[0]).toEqual({ type: 'log', instance, plane: 'talk' });
    const info = await call<{ tokenKeys: { logged: number }[]; log: unknown }>(town, 'GET', '/info');
    expect(info.body.tokenKeys.map(({ logged }) => logged)).toEqual([2]);
    const [logged] = await entriesOf(town.talk, 'token-key');
    expect(logged?.entry).toMatchObject({ month: '2026-11' });
    expect(textOf(logged!.entry.publicKey)).toBe(textOf(tokenKeyOf(town).spki));
    const served = await logFile(town.talk)('info');
    expect(info.body.log).toEqual(JSON.parse(new TextDecoder().decode(served)));
  });

  it('tells of the web app again only when it changed', async () => {
    for (const [byte, n] of [
      [1, 1],
      [2, 2],
      [2, 2],
      [1, 3],
    ] as const) {
      const config = { ...town.config, webHash: web(byte), webFiles: 7 };
      const again = await createTalk({ config, clock: town.clock, log: town.log });
      await again.close();
      expect(await entriesOf(town.talk, 'web')).toHaveLength(n);
    }
  });

  it('has a key before any of its tokens is taken, in each month', async () => {
    town.clock.set('2026-12-01T00:00:10Z');
    const info = await call<{ tokenKeys: { month: string; logged: number }[] }>(town, 'GET', '/info');
    const logged = await entriesOf(town.talk, 'token-key');
    expect(info.body.tokenKeys.map(({ month }) => month)).toEqual(['2026-12', '2026-11']);
    expect(info.body.tokenKeys.map((key) => key.logged)).toEqual(logged.map(({ index }) => index).reverse());
    town.clock.set('2026-11-18T10:02:00Z');
  });

  it('takes the cosignature of a known witness, shows it, and puts it into proofs', async () => {
    const opened = (await send(town, 'square', new Holder(town).thread())).body;
    await town.talk.logActs();
    const plain = await note();
    const line = signatureLine(plain.slice(0, plain.lastIndexOf('\n\n') + 1), witness);
    expect((await sendNote(plain + line)).statusCode).toBe(204);
    expect(await note()).toBe(plain + line);
    await send(town, 'square', new Holder(town).thread());
    await town.talk.logActs();
    expect(await note()).not.toContain('witness.example');
    const { body } = await call<{ talk: { checkpoint: string; log: { key: string; origin: string } } }>(
      town,
      'GET',
      `/rooms/square/posts/${opened.id}/proof`,
    );
    const { checkpoint, log } = body.talk;
    const verifiers = [parseVerifier(log.key), witness.verifier];
    expect(openCheckpoint({ note: checkpoint, origin: log.origin, verifiers }).signatures).toHaveLength(2);
  });

  it('refuses what is no cosignature of its own checkpoint', async () => {
    const plain = await note();
    const stranger = cosigner('stranger.example', rng(32), 1);
    for (const text of [
      '',
      'tea',
      plain,
      plain + signatureLine('tea\n', witness),
      `${plain}${signatureLine(plain, stranger)}`,
    ]) {
      expect((await sendNote(text)).statusCode).toBe(422);
    }
  });

  it('is open to every origin, and sets nothing', async () => {
    const answer = await town.talk.app.inject({
      url: '/api/talk/log/checkpoint',
      headers: { origin: 'https://auditor.example' },
    });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('before the instance is known', () => {
  it('there is no log, and nothing is said of one', async () => {
    const fresh = await startTown({ issuerUrl: '' });
    try {
      for (const path of ['/log/checkpoint', '/log/info', '/issuer/log/checkpoint']) {
        expect((await call(fresh, 'GET', path)).status).toBe(404);
      }
      await fresh.talk.upkeep();
      await fresh.talk.logActs();
      expect(fresh.logged.filter((line) => !line.includes('"unavailable"'))).toEqual([]);
    } finally {
      await fresh.stop();
    }
  });
});
