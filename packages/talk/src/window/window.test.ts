import type { Directory, IssuerDocument } from '@teahouse/contract/talk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTalk } from '../app.ts';
import { call, Holder, send } from '../testing/holder.ts';
import { counts, startTown, type Town } from '../testing/town.ts';
import { parseIssuerUrl } from './fetch.ts';
import { faultOf, faultOfDirectory } from './policy.ts';

let town: Town;
let good: IssuerDocument;
let directory: Directory;
beforeAll(async () => {
  town = await startTown();
  good = town.issuer.documents.issuer;
  directory = town.issuer.documents.directory;
});
beforeEach(() => {
  town.issuer.documents = { directory, issuer: structuredClone(good) };
  town.issuer.away = false;
});
afterAll(() => town.stop());

const shown = async () => (await call<IssuerDocument>(town, 'GET', '/issuer')).body;

describe('an issuer document', () => {
  it('may add keys, epochs and their counts', () => {
    const next = structuredClone(good);
    next.issued.push('2026-12');
    next.openings.push({ ...next.openings[0]!, epoch: '2026-12' });
    next.keys[0]!.epochs.push('2026-12');
    next.counts.push({ ...next.counts[0]!, epoch: '2026-12' });
    next.counts.reverse();
    expect(faultOf(next, good)).toBeNull();
  });

  it('may not take back or change what it said, nor sign an epoch twice', () => {
    const changes: Record<string, (document: IssuerDocument) => unknown> = {
      'instance-changed': (document) => Object.assign(document, { instance: 'other.example' }),
      'key-id-wrong': (document) => Object.assign(document.keys[0]!, { id: 'AAAAAAAAAAA' }),
      'epoch-signed-twice': (document) => document.keys.push(document.keys[0]!),
      'key-removed': (document) => Object.assign(document, { keys: [] }),
      'epoch-removed': (document) => Object.assign(document, { issued: [], openings: [] }),
      'openings-wrong': (document) => Object.assign(document, { openings: [] }),
      'log-key-changed': (document) => Object.assign(document.log, { key: 'another' }),
      'log-of-another': (document) => Object.assign(document.log, { origin: 'other.example/issuer' }),
      'counts-changed': (document) => Object.assign(document.counts[0]!, { n: 13 }),
    };
    for (const [fault, change] of Object.entries(changes)) {
      const next = structuredClone(good);
      change(next);
      expect(faultOf(next, good)).toBe(fault);
    }
    const moved = structuredClone(good);
    moved.keys[0]!.epochs = [];
    expect(faultOf(moved, good)).toBe('key-removed');
    const fewer = structuredClone(good);
    fewer.counts.pop();
    expect(faultOf(fewer, good)).toBe('counts-changed');
  });

  it('may come with a newer directory, not with an older one', () => {
    expect(faultOfDirectory({ ...directory, logged: 9 }, directory)).toBeNull();
    expect(faultOfDirectory(directory, { ...directory, logged: 9 })).toBe('directory-rolled-back');
  });
});

describe('the window', () => {
  it('keeps the last good copy when a document goes back, is malformed, or the issuer is away', async () => {
    town.issuer.documents.issuer.counts = [];
    expect(await town.talk.refreshWindow()).toBe(false);
    town.issuer.documents.issuer = { instance: 1 } as unknown as IssuerDocument;
    expect(await town.talk.refreshWindow()).toBe(false);
    town.issuer.away = true;
    expect(await town.talk.refreshWindow()).toBe(false);
    expect(await shown()).toEqual(good);
    expect(town.logged.join('')).toContain('counts-changed');
    expect(town.logged.join('')).not.toContain('127.0.0.1');
  });

  it('is looked through at once for an epoch that was issued a moment ago', async () => {
    town.clock.set('2026-12-01T03:00:00Z');
    town.issuer.openEpoch('2026-12', counts);
    await new Promise((rested) => setTimeout(rested, 1100)); // it rests a second between two looks
    expect((await call(town, 'GET', '/info')).status).toBe(200); // December's key
    const early = new Holder(town, { epoch: '2026-12' });
    expect((await send(town, 'square', early.thread())).status).toBe(200);
    // The first batch of December is out, so November no longer counts.
    expect((await send(town, 'square', new Holder(town).thread())).body.code).toBe('epoch-stale');
    good = structuredClone(town.issuer.documents.issuer);
  });

  it('looks again for whoever asks while a look is under way that began too early', async () => {
    town.issuer.asked.length = 0;
    const early = town.talk.refreshWindow();
    while (!town.issuer.asked.includes('/public/issuer')) await new Promise(setImmediate);
    town.issuer.openEpoch('2027-01', counts);
    expect(await town.talk.refreshWindow()).toBe(true);
    expect((await shown()).issued).toContain('2027-01');
    expect(await early).toBe(true);
    good = structuredClone(town.issuer.documents.issuer);
  });

  it('lets this plane start without members, from what the database kept', async () => {
    const alone = await createTalk({
      config: { ...town.config, issuerUrl: 'http://127.0.0.1:9' },
      clock: town.clock,
      log: town.log,
    });
    try {
      const answer = await alone.app.inject({ url: '/api/talk/issuer' });
      expect(answer.json()).toEqual(good);
    } finally {
      await alone.close();
    }
  });

  it('asks for nothing but the public documents and the hashes of the log', () => {
    const hashes = town.issuer.asked.filter((path) => path.startsWith('/log/tile/'));
    expect(hashes.filter((path) => !/^\/log\/tile\/\d/.test(path))).toEqual([]);
    const rest = town.issuer.asked.filter((path) => !hashes.includes(path));
    expect(new Set(rest)).toEqual(
      new Set([
        '/public/directory',
        '/public/issuer',
        '/public/company-keys',
        '/log/checkpoint',
        '/log/witnessed',
      ]),
    );
  });

  it('reads each form of address', () => {
    expect(parseIssuerUrl('unix:/run/members.sock')).toEqual({
      socketPath: '/run/members.sock',
      base: 'http://localhost/api/members',
    });
    expect(parseIssuerUrl('https://tea.example/api/members/').base).toBe('https://tea.example/api/members');
    expect(parseIssuerUrl('http://127.0.0.1:4381').base).toBe('http://127.0.0.1:4381/api/members');
  });
});

describe('before the first look', () => {
  it('reads are served, and what needs the issuer says when to come back', async () => {
    const fresh = await startTown({ issuerUrl: '' });
    try {
      expect((await call(fresh, 'GET', '/rooms')).status).toBe(200);
      const info = await call(fresh, 'GET', '/info');
      expect([info.status, info.body.code, info.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
    } finally {
      await fresh.stop();
    }
  });
});
