import { utf8 } from '@teahouse/protocol';
import type { FetchFile } from '@teahouse/protocol/log';
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryStore, type Store } from '../store.ts';
import { createLogGuard, type LogGuard } from './guard.ts';
import { createLogs } from './logs.ts';
import { createLogMemory } from './memory.ts';
import { someEvent, type TestLog, testLog } from './test-log.ts';

const code = (text: string) => expect.objectContaining({ code: text });

describe('the guard of the logs', () => {
  let store: Store;
  let issuer: TestLog;
  let talk: TestLog;
  let mirror: FetchFile;
  let waited: number;

  beforeEach(() => {
    store = memoryStore();
    issuer = testLog('issuer');
    talk = testLog('talk');
    mirror = issuer.fetch;
    waited = 0;
    issuer.add(...Array.from({ length: 300 }, (_, i) => someEvent(i)));
  });
  /** As after a reload: all it knows is in the Store. */
  function reloaded(): LogGuard {
    const files = {
      'issuer@talk': (path: string) => mirror(path),
      'issuer@members': issuer.fetch,
      talk: talk.fetch,
    };
    const pause = async () => {
      waited += 1;
    };
    return createLogGuard({ memory: createLogMemory(store), files, pause });
  }
  const claims = (log: TestLog, ...indexes: number[]) => ({
    instance: log.instance,
    log: log.info,
    claims: indexes.map(log.claim),
  });
  /** A log of the same key whose entries are others from `from` on. */
  function fork(from: number, size: number): TestLog {
    const other = testLog('issuer');
    other.add(...Array.from({ length: size - 1 }, (_, i) => someEvent(i + 1 < from ? i : -i)));
    return other;
  }

  it('lets pass what the log holds, and refuses what it does not', async () => {
    const guard = reloaded();
    await guard.check('issuer@talk', claims(issuer, 0, 17, 299));
    const wrong = { ...claims(issuer), claims: [{ index: 17, entry: issuer.claim(18).entry }] };
    await expect(guard.check('issuer@talk', wrong)).rejects.toThrow(code('not-in-log'));
    // That is an answer to be refused, and no reason to stop.
    await guard.check('issuer@talk', claims(issuer, 17));
  });

  it('asks again for nothing that it has found: a reload costs a checkpoint', async () => {
    await reloaded().check('issuer@talk', claims(issuer, 0, 17, 299));
    issuer.asked.length = 0;
    await reloaded().check('issuer@talk', claims(issuer, 0, 17, 299));
    expect(issuer.asked).toEqual(['checkpoint']);
    issuer.add(someEvent(1000));
    issuer.asked.length = 0;
    await reloaded().check('issuer@talk', claims(issuer, 0, 17, 299));
    expect(issuer.asked).toEqual(['checkpoint', 'tile/1/000.p/1', 'tile/0/001.p/46']);
  });

  it('does not take what it found at an index for another entry at that index', async () => {
    await reloaded().check('issuer@talk', claims(issuer, 17));
    const wrong = { ...claims(issuer), claims: [{ index: 17, entry: issuer.claim(18).entry }] };
    await expect(reloaded().check('issuer@talk', wrong)).rejects.toThrow(code('not-in-log'));
  });

  it('stops at a fork, keeps both checkpoints, and stays stopped over a reload', async () => {
    await reloaded().check('issuer@talk', claims(issuer, 0));
    const other = fork(100, 400);
    mirror = other.fetch;
    await expect(reloaded().check('issuer@talk', claims(issuer, 0))).rejects.toThrow(code('log-forked'));
    mirror = issuer.fetch;
    await expect(reloaded().check('issuer@talk', claims(issuer, 0))).rejects.toThrow(code('log-forked'));
    await expect(reloaded().check('talk', claims(talk, 0))).rejects.toThrow(code('log-forked'));
    const logs = await createLogs(createLogMemory(store));
    expect(logs.snapshot().state).toEqual({ name: 'stopped', code: 'log-forked', plane: 'issuer' });
    const [evidence] = await logs.evidence();
    const texts = [issuer, other].map(({ files }) => new TextDecoder().decode(files.get('checkpoint')));
    expect([evidence?.remembered, evidence?.shown]).toEqual(texts);
  });

  it('stops at another history of the same size', async () => {
    await reloaded().check('issuer@talk', claims(issuer, 0));
    mirror = fork(300, 301).fetch;
    await expect(reloaded().check('issuer@talk', claims(issuer, 0))).rejects.toThrow(code('log-forked'));
  });

  it('stops when talk and members show two histories, whichever is the longer', async () => {
    mirror = fork(250, 290).fetch;
    await reloaded().check('issuer@talk', claims(issuer, 0));
    await expect(reloaded().check('issuer@members', claims(issuer, 0))).rejects.toThrow(code('log-forked'));

    store = memoryStore();
    mirror = fork(250, 310).fetch;
    await reloaded().check('issuer@members', claims(issuer, 0));
    await expect(reloaded().check('issuer@talk', claims(issuer, 0))).rejects.toThrow(code('log-forked'));
  });

  it('knows a copy that is merely behind from a log that was rolled back', async () => {
    const before = new Map(issuer.files);
    const older: FetchFile = async (path) => before.get(path);
    mirror = older;
    await reloaded().check('issuer@talk', claims(issuer, 0));
    issuer.add(someEvent(1000));
    await reloaded().check('issuer@members', claims(issuer, 0));
    await reloaded().check('issuer@talk', claims(issuer, 0));
    mirror = issuer.fetch;
    await reloaded().check('issuer@talk', claims(issuer, 301));
    mirror = older;
    await expect(reloaded().check('issuer@talk', claims(issuer, 0))).rejects.toThrow(code('log-rolled-back'));
    expect(waited).toBe(2);
  });

  it('waits a little for an entry that is not there yet', async () => {
    const late = issuer.claim(300);
    const claimed = { ...claims(issuer), claims: [{ ...late, index: 301 }] };
    const guard = reloaded();
    await expect(guard.check('issuer@talk', claimed)).rejects.toThrow(code('log-behind'));
    expect(waited).toBe(2);
    mirror = async (path) => {
      if (waited === 3 && issuer.entries.length === 301) issuer.add(someEvent(299));
      return issuer.fetch(path);
    };
    await guard.check('issuer@talk', claimed);
  });

  it('stops at another key, and pins none in silence', async () => {
    await reloaded().check('issuer@talk', claims(issuer, 0));
    const other = testLog('issuer', 'another key');
    mirror = other.fetch;
    await expect(reloaded().check('issuer@talk', claims(other, 0))).rejects.toThrow(code('log-key-changed'));
    const logs = await createLogs(createLogMemory(store));
    await logs.acknowledge();
    expect(logs.snapshot().state).toEqual({ name: 'ok' });
    await expect(reloaded().check('issuer@talk', claims(other, 0))).rejects.toThrow(code('log-key-changed'));
    await logs.acknowledge({ trustAnew: true });
    await reloaded().check('issuer@talk', claims(other, 0));
    expect(await logs.evidence()).toHaveLength(1);
  });

  it('goes on after a fork was acknowledged only where the old history is shown again', async () => {
    await reloaded().check('issuer@talk', claims(issuer, 0));
    mirror = fork(100, 400).fetch;
    await expect(reloaded().check('issuer@talk', claims(issuer, 0))).rejects.toThrow(code('log-forked'));
    const logs = await createLogs(createLogMemory(store));
    await logs.acknowledge();
    await expect(reloaded().check('issuer@talk', claims(issuer, 0))).rejects.toThrow(code('log-forked'));
    await logs.acknowledge();
    mirror = issuer.fetch;
    await reloaded().check('issuer@talk', claims(issuer, 0));
  });

  it('takes broken tiles, a foreign signature and another log for what they are, and does not stop', async () => {
    const broken: Record<string, FetchFile> = {
      tile: async (path) => (path.startsWith('tile/0') ? new Uint8Array(46 * 32) : issuer.fetch(path)),
      signature: testLog('issuer', 'another key').fetch,
      origin: talk.fetch,
      text: async () => utf8('not a note'),
      nothing: async () => undefined,
    };
    await reloaded().check('issuer@talk', claims(issuer, 0));
    issuer.add(someEvent(1000));
    for (const fetch of Object.values(broken)) {
      mirror = fetch;
      await expect(reloaded().check('issuer@talk', claims(issuer, 17))).rejects.toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^(log-invalid|not-in-log)$/) }),
      );
    }
    mirror = issuer.fetch;
    await reloaded().check('issuer@talk', claims(issuer, 17));
  });

  it('refuses a key that is not of the origin', async () => {
    const claimed = { ...claims(issuer, 0), log: talk.info };
    await expect(reloaded().check('issuer@talk', claimed)).rejects.toThrow(code('log-invalid'));
  });

  it('gives an entry only when it stands in the tree', async () => {
    const tree = await reloaded().check('issuer@members', claims(issuer, 0));
    expect(await tree.entry(257)).toEqual(issuer.claim(257).entry);
    await expect(tree.entry(301)).rejects.toThrow(code('log-behind'));
    const bundle = 'tile/entries/001.p/45';
    issuer.files.set(bundle, fork(100, 301).files.get(bundle) ?? new Uint8Array());
    await expect((await reloaded().check('issuer@members', claims(issuer, 0))).entry(257)).rejects.toThrow(
      code('not-in-log'),
    );
  });

  it('finds a checkpoint of another history that somebody shows, and leaves a forged one to others', async () => {
    const note = (log: TestLog) => new TextDecoder().decode(log.files.get('checkpoint'));
    await reloaded().check('issuer@talk', claims(issuer, 0));
    const older = note(issuer);
    issuer.add(someEvent(1000));
    await reloaded().checkNote('issuer@talk', older);
    await reloaded().checkNote('issuer@talk', note(testLog('issuer', 'another key')));
    const other = note(fork(100, 200));
    await expect(reloaded().checkNote('issuer@talk', other)).rejects.toThrow(code('log-forked'));
    const [evidence] = await createLogMemory(store).evidence();
    expect(evidence).toMatchObject({ remembered: note(issuer), shown: other });
  });

  it('shows what it knows of each log, and which witnesses signed', async () => {
    await reloaded().check('issuer@talk', claims(issuer, 0));
    const { issuer: view, talk: none, state } = (await createLogs(createLogMemory(store))).snapshot();
    expect(view).toMatchObject({ origin: 'tea.example/issuer', size: 301, key: issuer.info.key });
    expect(view?.witnesses).toEqual([{ name: 'witness.example', time: new Date(1_763_000_000_000) }]);
    expect({ none, state }).toEqual({ none: null, state: { name: 'ok' } });
  });
});
