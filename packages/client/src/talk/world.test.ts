import { toBase64url } from '@teahouse/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TalkCaller } from '../call.ts';
import { createLogGuard } from '../log/guard.ts';
import { createLogMemory } from '../log/memory.ts';
import { testIssuer } from '../log/test-issuer.ts';
import { someEvent, testLog } from '../log/test-log.ts';
import { memoryStore, type Store } from '../store.ts';
import { createWorlds, requirePublished } from './world.ts';

const epoch = '2026-11';
const code = (text: string) => expect.objectContaining({ code: text });
const tokenKey = (fill: number) => new Uint8Array(300).fill(fill);

/** What talk says in these tests: true unless a test changes it. */
function truth() {
  const issuer = testIssuer();
  const log = testLog('talk');
  log.add(
    { type: 'token-key', month: epoch, publicKey: tokenKey(1) },
    { type: 'token-key', month: epoch, publicKey: tokenKey(2) },
  );
  const keyOf = (logged: number) => ({
    id: `key ${logged}`,
    month: epoch,
    publicKey: toBase64url(tokenKey(logged)),
    logged,
  });
  const { instance, info } = log;
  const says = {
    info: {
      ...{ instance, log: info, floor: 1, week: '2026-W47' },
      tokenKeys: [keyOf(1)],
      limits: { tokensPerWeek: 7 },
    },
    issuer: issuer.document,
    directory: issuer.directory,
  };
  return { says, keyOf, issuer, log };
}

describe('the public state of talk', () => {
  let store: Store;
  let stage: ReturnType<typeof truth>;
  let mirror: ReturnType<typeof testLog>;
  beforeEach(() => {
    store = memoryStore();
    stage = truth();
    mirror = stage.issuer.log;
  });
  function worlds() {
    const { says } = stage;
    const talk = {
      info: async () => says.info,
      issuer: async () => says.issuer,
      directory: async () => says.directory,
    } as unknown as TalkCaller;
    const files = {
      'issuer@talk': (path: string) => mirror.fetch(path),
      'issuer@members': mirror.fetch,
      talk: stage.log.fetch,
    };
    const guard = createLogGuard({ memory: createLogMemory(store), files, pause: async () => undefined });
    return createWorlds({ talk, store, clock: { now: () => new Date('2026-11-18T09:00:00Z') }, guard });
  }

  it('is believed when the logs hold it', async () => {
    const world = await worlds().load();
    expect(world.directory).toEqual(stage.issuer.directory);
    expect(world.issuer.counts).toEqual(stage.issuer.document.counts);
  });

  it('is refused with a key, a count or a directory that the issuer never logged', async () => {
    const { issuer, directory } = stage.says;
    const key = toBase64url(new Uint8Array(96).fill(2));
    const changes = [
      { issuer: { ...issuer, keys: issuer.keys.map((one) => ({ ...one, publicKey: key })) } },
      { issuer: { ...issuer, counts: issuer.counts.map((one) => ({ ...one, n: one.n + 1 })) } },
      { issuer: { ...issuer, counts: [] } },
      {
        directory: {
          ...directory,
          companies: directory.companies.map((one) => ({ ...one, name: { zh: '乙', en: 'B' } })),
        },
      },
      { directory: { ...directory, companies: [] } },
    ];
    for (const change of changes) {
      stage.says = { ...stage.says, issuer, directory, ...change };
      await expect(worlds().load()).rejects.toThrow(code('not-in-log'));
    }
  });

  it('is refused with a token key that talk never logged', async () => {
    const [key] = stage.says.info.tokenKeys;
    stage.says.info.tokenKeys = [{ ...key!, publicKey: toBase64url(tokenKey(9)) }];
    await expect(worlds().load()).rejects.toThrow(code('not-in-log'));
  });

  it('is never older than it was: neither its directory nor its token keys', async () => {
    stage.says.info.tokenKeys = [stage.keyOf(2)];
    await worlds().load();
    stage.says.info.tokenKeys = [stage.keyOf(1)];
    await expect(worlds().load()).rejects.toThrow(code('log-behind'));
    stage.says.info.tokenKeys = [stage.keyOf(2)];
    await createLogMemory(store).setNewest('directory', 3);
    await expect(worlds().load()).rejects.toThrow(code('log-behind'));
  });

  it('is not given out any more once the client has stopped, however fresh it is', async () => {
    const { load } = worlds();
    await load();
    const { memory, shown } = { memory: createLogMemory(store), shown: '' };
    await memory.stop({ code: 'log-forked', plane: 'talk', source: 'talk', remembered: '', shown });
    await expect(load()).rejects.toThrow(code('log-forked'));
  });

  it('stops the client where the log of another history is shown', async () => {
    await worlds().load();
    mirror = testLog('issuer');
    mirror.add(...Array.from({ length: 9 }, (_, i) => someEvent(i)));
    await expect(worlds().load()).rejects.toThrow(code('log-forked'));
    await expect(worlds().load()).rejects.toThrow(code('log-forked'));
  });

  it('says of which credentials a presentation may be made', async () => {
    const world = await worlds().load();
    const issuerPublicKey = new Uint8Array(96).fill(1);
    requirePublished({ epoch, issuerPublicKey }, world);
    const other = { epoch, issuerPublicKey: new Uint8Array(96).fill(2) };
    expect(() => requirePublished(other, world)).toThrow(code('issuer-key-unknown'));
    expect(() => requirePublished({ epoch: '2026-12', issuerPublicKey }, world)).toThrow(code('log-behind'));
  });
});
