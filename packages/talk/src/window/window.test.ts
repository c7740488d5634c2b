import type { IssuerDocument } from '@teahouse/contract/talk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTalk } from '../app.ts';
import { call, Holder, send } from '../testing/holder.ts';
import { directory, startTown, type Town } from '../testing/town.ts';
import { parseIssuerUrl } from './fetch.ts';
import { faultOf } from './policy.ts';

let town: Town;
let good: IssuerDocument;
beforeAll(async () => {
  town = await startTown();
  good = town.issuer.documents.issuer;
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
      'epoch-removed': (document) => Object.assign(document, { issued: [] }),
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
    const { issuer } = town.issuer.documents;
    issuer.issued.push('2026-12');
    issuer.keys[0]!.epochs.push('2026-12');
    issuer.counts.push(...good.counts.map((count) => ({ ...count, epoch: '2026-12' })));
    await new Promise((rested) => setTimeout(rested, 1100)); // it rests a second between two looks
    expect((await call(town, 'GET', '/info')).status).toBe(200); // December's key
    const early = new Holder(town, { epoch: '2026-12' });
    expect((await send(town, 'square', early.thread())).status).toBe(200);
    // The first batch of December is out, so November no longer counts.
    expect((await send(town, 'square', new Holder(town).thread())).body.code).toBe('epoch-stale');
    good = structuredClone(issuer);
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

  it('asks for nothing but the two public documents', () => {
    expect(new Set(town.issuer.asked)).toEqual(
      new Set(['/api/members/public/directory', '/api/members/public/issuer']),
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
