import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createChecker } from '@teahouse/cli/log/check';
import { openState } from '@teahouse/cli/log/state';
import { findLogs } from '@teahouse/cli/log/targets';
import { fakeClock } from '@teahouse/kit/clock';
import { planEntries, recordEvent } from '@teahouse/kit/log-book';
import { createPool } from '@teahouse/kit/pool';
import { encodeEntry, webHash } from '@teahouse/protocol/record';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { harbour, opening, orchard, post } from './fixtures.ts';
import { newMembers } from './people.ts';
import { forgeIssuerLog } from './test-forged-log.ts';
import { openOrigin, type TestOrigin } from './test-origin.ts';
import { startTeahouse, type Town } from './town.ts';

const main = path.join(import.meta.dirname, '../../cli/src/main.ts');
const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** A web app of two files, and the list of them that the build makes. */
const page = '<!doctype html><title>Teahouse</title>';
const listed = new Map([
  ['/index.html', page],
  ['/assets/main-12345678.js', 'export {};'],
]);
const manifest = JSON.stringify(
  Object.fromEntries([...listed].map(([file, text]) => [file, sha256(text).toString('hex')])),
);
const web = {
  type: 'web',
  hash: webHash([...listed].map(([file, text]) => ({ path: file, hash: sha256(text) }))),
  files: listed.size,
} as const;

describe('an audit of a whole instance', () => {
  let folder: string;
  let town: Town;
  let site: TestOrigin;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tea-audit-'));
    const clock = fakeClock(new Date('2026-11-22T10:00:00Z'));
    town = await startTeahouse({ clock, floor: 1, data: folder });
    const people = [
      { name: 'Lin', company: harbour },
      { name: 'Wu', company: harbour },
      { name: 'Zhao', company: orchard },
    ];
    const [someone] = await newMembers(town, people);
    if (!someone) throw new Error('nobody came');
    await post(someone.client, opening('审计', 'Words that are logged.'));
    await town.talk.logActs();
    await plan(web);
    site = await openOrigin(town, new Map([...listed, ['/', page], ['/web-manifest.json', manifest]]));
  });
  afterAll(async () => {
    await site?.close();
    await town?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => site.changes.clear());

  /** An entry in talk's log; the plane appends it. */
  const plan = async (entry: typeof web) => {
    const pool = createPool({ url: town.databases.talk, name: 'test', max: 1 });
    const client = await pool.connect();
    await client.query('BEGIN');
    await planEntries(client, [encodeEntry(entry)]);
    await client.query('COMMIT');
    client.release();
    await pool.end();
    await town.talk.logActs();
  };
  /** Runs the command line as an outsider does. */
  const teahouse = (...args: string[]) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      const env = { PATH: process.env.PATH };
      execFile(process.execPath, [main, ...args], { cwd: tmpdir(), env }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr }),
      );
    });
  const check = () => teahouse('log', 'check', site.origin);
  /** Codes of what is wrong, each once, when answers of the instance are changed. */
  const codes = async () => {
    const { faults } = await createChecker(findLogs(site.origin), [], openState(undefined)).round();
    return [...new Set(faults.map(({ code }) => code))];
  };
  const changeJson = (url: string, change: (value: Document) => void) =>
    site.changes.set(url, (body) => {
      const value = JSON.parse(body.toString());
      change(value);
      return JSON.stringify(value);
    });
  /** As far as these tests look into the documents. */
  interface Document {
    counts: { n: number }[];
    openings: object[];
    issued: string[];
    companies: { name: { en: string } }[];
    tokenKeys: { publicKey: string }[];
    keys: { publicKey: string }[];
  }

  it('finds an honest one in order, with its counts', async () => {
    const { code, out } = await check();
    expect(out).toContain('It holds');
    expect(out).toMatch(/company +2026-11\n/);
    expect(out).toMatch(/all +3\n/);
    expect(out).toContain('2 files as served to us now');
    expect(code).toBe(0);
  });

  it('finds the same in the data folder, without asking anybody', async () => {
    expect(await teahouse('log', 'check', folder)).toMatchObject({ code: 0 });
  });

  it.each<[string, string, (value: Document) => void, string[]]>([
    [
      'a count of the issuer',
      '/api/members/public/issuer',
      (value) => (value.counts[0]!.n += 1),
      ['not-in-log'],
    ],
    ["a count in talk's copy", '/api/talk/issuer', (value) => (value.counts[0]!.n += 1), ['not-in-log']],
    ['a key', '/api/talk/issuer', (value) => (value.keys[0]!.publicKey = 'A'.repeat(128)), ['not-in-log']],
    [
      'a name in the directory',
      '/api/talk/issuer/directory',
      (value) => (value.companies[0]!.name.en = 'Evil'),
      ['not-in-log'],
    ],
    ['a token key', '/api/talk/info', (value) => (value.tokenKeys[0]!.publicKey = 'AAAA'), ['not-in-log']],
  ])('names %s that is told otherwise than it is logged', async (_what, url, change, expected) => {
    changeJson(url, change);
    expect(await codes()).toEqual(expected);
  });

  it('names an epoch that is left out before something later', async () => {
    changeJson('/api/members/public/issuer', (value) => {
      value.openings = [];
      value.issued = [];
    });
    // Alone it might be a document from before that epoch; one that names something later is not.
    expect(await codes()).toEqual([]);
    changeJson('/api/members/public/issuer', (value) => {
      const [first] = value.openings as { logged: number }[];
      value.openings = [{ ...first, logged: (first?.logged ?? 0) + 1 }];
    });
    expect(await codes()).toEqual(['not-in-log', 'epoch-hidden']);
  });

  it('names a web app that is not the one that was logged', async () => {
    site.changes.set('/assets/main-12345678.js', () => 'export const leak = 1;');
    expect(await codes()).toEqual(['web-file']);
    site.changes.set('/web-manifest.json', () =>
      JSON.stringify({
        ...JSON.parse(manifest),
        '/assets/main-12345678.js': sha256('export const leak = 1;').toString('hex'),
      }),
    );
    expect(await codes()).toEqual(['web-differs']);
    site.changes.clear();
    site.changes.set('/', () => '<script src="https://evil.example"></script>');
    expect(await codes()).toEqual(['web-file']);
  });

  const serveForged = async (prefix: string) => {
    const read = await forgeIssuerLog(town, folder);
    const size = Number(
      Buffer.from((await read('checkpoint')) ?? [])
        .toString()
        .split('\n')[1],
    );
    for (const file of ['checkpoint', `tile/0/000.p/${size}`, `tile/entries/000.p/${size}`]) {
      const bytes = await read(file);
      site.changes.set(`${prefix}/${file}`, () => bytes && Buffer.from(bytes));
    }
  };

  it("names a fork between the issuer's own log and the copy that talk shows", async () => {
    await serveForged('/api/talk/issuer/log');
    expect(await codes()).toEqual(['forked']);
  });

  it('once it has seen the log, names a fork of it and keeps both notes', async () => {
    const state = path.join(folder, 'state.json');
    const watch = () => teahouse('log', 'watch', site.origin, '--once', '--state', state);
    expect(await watch()).toMatchObject({ code: 0 });
    await serveForged('/api/members/log');
    const { code, out } = await watch();
    expect(out).toContain('!! [forked]');
    expect(code).toBe(1);
    expect(readdirSync(folder).filter((name) => name.startsWith('forked-'))).toHaveLength(1);
  });

  it('shows what the operator recorded', async () => {
    const pool = createPool({ url: town.databases.talk, name: 'test', max: 1 });
    const text = 'The court of Wuxi asked.';
    await recordEvent(pool, { type: 'event', kind: 'legal', code: 'disclosure', subject: null, text });
    await pool.end();
    await town.talk.logActs();
    const { out } = await check();
    expect(out).toContain(`legal/disclosure: ${text}`);
  });

  it('can not tell of a place that does not answer', async () => {
    site.changes.set('/api/talk/info', () => undefined);
    expect(await check()).toMatchObject({ code: 2 });
    expect(await teahouse('log', 'check', 'http://127.0.0.1:9/')).toMatchObject({ code: 2 });
  });
});
