import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cosigner, encodeVerifier, followLog, parseVerifier, tileIn, tilePath } from '@teahouse/protocol/log';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { rng } from '../testing/issuer.ts';
import { createTestLog } from '../testing/test-log.ts';
import { counts, instance, startTown, type Town } from '../testing/town.ts';

const witness = cosigner('witness.example', rng(32), 1_795_000_000);
const logKey = rng(32);
let town: Town;
beforeEach(async () => {
  town = await startTown({}, { logKey, witnesses: [encodeVerifier(witness.verifier)] });
});
afterEach(() => town.stop());

const document = () => town.issuer.documents.issuer;
const refresh = () => town.talk.refreshWindow();
const said = () => town.logged.map((line) => JSON.parse(line) as { msg: string; fault?: string });
const faults = () => said().flatMap(({ fault }) => fault ?? []);
const believed = async () => (await call<{ issued: string[] }>(town, 'GET', '/issuer')).body.issued;
/** A file of the mirror, as anyone gets it. */
async function served(path: string): Promise<Uint8Array | undefined> {
  const answer = await town.talk.app.inject({ url: `/api/talk/issuer/log/${path}` });
  return answer.statusCode === 200 ? new Uint8Array(answer.rawPayload) : undefined;
}
const sizeServed = async () => Number(new TextDecoder().decode(await served('checkpoint')).split('\n')[1]);
/** Entries that nobody claims, to make the log longer. */
function fill(log: Town['issuer']['log'], n: number): void {
  const about = { type: 'event', kind: 'operation', code: 'filling', subject: null } as const;
  for (let i = 0; i < n; i++) log.add({ ...about, text: `${i}` });
}

describe('what the issuer says is believed only if its log holds it', () => {
  it('a key, an epoch, counts, a directory', async () => {
    const lies: (() => void)[] = [
      () => {
        document().issued.push('2026-12');
        document().openings.push({ ...document().openings[0]!, epoch: '2026-12' });
        document().keys[0]!.epochs.push('2026-12');
      },
      () => {
        town.issuer.openEpoch('2026-12', counts);
        document().counts.at(-1)!.n += 1;
      },
      () => {
        town.issuer.openEpoch('2026-12', counts, { rotate: true });
        document().keys.at(-1)!.logged = document().keys[0]!.logged;
      },
      () => {
        document().openings.at(-1)!.directory = 'A'.repeat(43);
      },
      () => {
        const { companies } = town.issuer.documents.directory;
        town.issuer.documents.directory.companies = companies.map((company) => ({
          ...company,
          industry: 'chips',
        }));
      },
    ];
    const good = structuredClone(town.issuer.documents);
    for (const [i, lie] of lies.entries()) {
      lie();
      expect(await refresh(), `lie ${i}`).toBe(false);
      expect(faults().at(-1), `lie ${i}`).toBe('not-in-log');
      expect(await believed()).toEqual(['2026-11']);
      town.issuer.documents = structuredClone(good);
      expect(await refresh(), `after lie ${i}`).toBe(true);
    }
  });

  it('one that the log will hold in a moment is tried again, without a word', async () => {
    const behind = town.issuer.log.files();
    town.issuer.openEpoch('2026-12', counts);
    town.issuer.log.instead = behind;
    expect(await refresh()).toBe(false);
    expect(said()).toEqual([]);
    town.issuer.log.instead = undefined;
    expect(await refresh()).toBe(true);
    expect(await believed()).toEqual(['2026-11', '2026-12']);
  });

  it('says once, not every minute, what is wrong', async () => {
    document().openings[0]!.logged = 1;
    for (let i = 0; i < 3; i++) expect(await refresh()).toBe(false);
    expect(said()).toHaveLength(1);
  });
});

describe('the log of the issuer is refused', () => {
  it('when it is shorter than it was', async () => {
    fill(town.issuer.log, 3);
    const before = town.issuer.log.files();
    fill(town.issuer.log, 300);
    expect(await refresh()).toBe(true);
    town.issuer.log.instead = before;
    expect(await refresh()).toBe(false);
    expect(faults()).toEqual(['rolled-back']);
    expect(await sizeServed()).toBe(town.issuer.log.entries.length);
  });

  it('when it has another history, however long that is', async () => {
    fill(town.issuer.log, 3);
    await refresh();
    const size = town.issuer.log.entries.length;
    const fork = createTestLog(town.issuer.log.info.origin, logKey);
    fork.entries.push(...town.issuer.log.entries.slice(0, -1));
    for (const more of [1, 2, 400]) {
      fill(fork, more);
      town.issuer.log.instead = fork.files();
      expect(await refresh()).toBe(false);
      expect(await sizeServed()).toBe(size);
    }
    expect(new Set(faults())).toEqual(new Set(['forked']));
  });

  it('when it has another history and the folder of the mirror was lost', async () => {
    await refresh();
    rmSync(town.talk.config.issuerLog, { recursive: true });
    const fork = createTestLog(town.issuer.log.info.origin, logKey);
    fork.entries.push(...town.issuer.log.entries.slice(0, -1));
    fill(fork, 4);
    town.issuer.log.instead = fork.files();
    expect(await refresh()).toBe(false);
    expect(faults()).toEqual(['forked']);
    town.issuer.log.instead = undefined;
    expect(await refresh()).toBe(true);
    expect(await sizeServed()).toBe(town.issuer.log.entries.length);
  });

  it('when its key changes, also when the document says so', async () => {
    const other = createTestLog(town.issuer.log.info.origin, rng(32));
    other.entries.push(...town.issuer.log.entries);
    town.issuer.log.instead = other.files();
    expect(await refresh()).toBe(false);
    document().log = other.info;
    expect(await refresh()).toBe(false);
    expect(faults()).toEqual(['signature-unknown', 'log-key-changed']);
  });

  it('when its tiles are not those that it signed', async () => {
    fill(town.issuer.log, 2);
    const files = town.issuer.log.files();
    const [path] = [...files.keys()].filter((name) => name.startsWith('tile/0/'));
    files.set(
      path!,
      files.get(path!)!.map((byte, i) => (i === 200 ? byte ^ 1 : byte)),
    );
    town.issuer.log.instead = files;
    expect(await refresh()).toBe(false);
    expect(faults()).toEqual(['root-mismatch']);
  });
});

describe('the mirror', () => {
  it('is followed by anyone as the log itself, from any checkpoint they hold', async () => {
    const { info } = town.issuer.log;
    const verifiers = [parseVerifier(info.key)];
    let previous = new TextDecoder().decode(town.issuer.log.read('checkpoint'));
    for (const more of [1, 4, 250, 1, 700]) {
      fill(town.issuer.log, more);
      // A reader may hold a checkpoint that the mirror never fetched.
      const between = new TextDecoder().decode(town.issuer.log.read('checkpoint'));
      fill(town.issuer.log, 2);
      expect(await refresh()).toBe(true);
      const claims = [{ index: 0, entry: town.issuer.log.entries[0]! }];
      for (const held of [previous, between]) {
        const followed = await followLog({
          fetch: served,
          origin: info.origin,
          verifiers,
          previous: held,
          claims,
        });
        expect(followed.checkpoint.size).toBe(town.issuer.log.entries.length);
      }
      previous = between;
    }
    const { size } = { size: town.issuer.log.entries.length };
    expect(await served(tilePath(tileIn(0, 1, size)!))).toEqual(town.issuer.log.read('tile/0/001'));
    expect(await served('tile/entries/000')).toBeUndefined();
    expect(JSON.parse(new TextDecoder().decode(await served('info')))).toEqual(info);
  });

  it('fetches only what is new', async () => {
    fill(town.issuer.log, 1000);
    await refresh();
    town.issuer.asked.length = 0;
    fill(town.issuer.log, 1);
    await refresh();
    expect(town.issuer.asked.filter((path) => path.startsWith('/log/tile'))).toHaveLength(1);
    town.issuer.asked.length = 0;
    await refresh();
    expect(town.issuer.asked.filter((path) => path.startsWith('/log/tile'))).toEqual([]);
  });

  it('makes a damaged copy whole again', async () => {
    fill(town.issuer.log, 600);
    await refresh();
    const { issuerLog } = town.talk.config;
    writeFileSync(join(issuerLog, 'tile/0/001'), Buffer.alloc(8192));
    fill(town.issuer.log, 1);
    expect(await refresh()).toBe(true);
    expect(await served('tile/0/001')).toEqual(town.issuer.log.read('tile/0/001'));
    expect(readdirSync(join(issuerLog, 'tile/0')).sort()).toEqual(['000', '001', '002.p']);
  });

  it('shows the newest checkpoint that a known witness signed', async () => {
    expect(await served('witnessed')).toBeUndefined();
    town.issuer.log.cosign(witness);
    const signed = town.issuer.log.read('witnessed');
    fill(town.issuer.log, 1);
    await refresh();
    expect(await served('witnessed')).toEqual(signed);
    town.issuer.log.cosign(cosigner('stranger.example', rng(32), 1));
    expect(await refresh()).toBe(true);
    expect(await served('witnessed')).toEqual(signed);
  });

  it('serves what it has without members', async () => {
    town.issuer.away = true;
    expect(await refresh()).toBe(false);
    expect(await sizeServed()).toBe(town.issuer.log.entries.length);
    expect((await send(town, 'square', new Holder(town).thread())).status).toBe(200);
  });

  it('is of this instance', () => {
    expect(town.issuer.log.info.origin).toBe(`${instance}/issuer`);
  });
});
