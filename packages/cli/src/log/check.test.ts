import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeVerifier, noteSigner } from '@teahouse/protocol/log';
import type { Entry } from '@teahouse/protocol/record';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChecker } from './check.ts';
import { parseKeys } from './keys.ts';
import { reportLines } from './report.ts';
import { openState } from './state.ts';
import { findLogs } from './targets.ts';
import { bytesOf, issuerEntries, openingOf, signerOf, talkEntries, writeLog } from './test-logs.ts';

const keys = (['issuer', 'talk'] as const).map((plane) => encodeVerifier(signerOf(plane).verifier));

describe('an audit of a folder', () => {
  let root: string;
  let folder: string;
  beforeEach(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'tea-check-'));
    folder = path.join(root, 'issuer');
    await writeLog(folder, 'issuer', issuerEntries);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const audit = (dir: string, { state = openState(undefined), key = keys[0] as string } = {}) =>
    createChecker(findLogs(dir), parseKeys([key]), state).round();
  const codes = async (dir: string, options?: Parameters<typeof audit>[1]) =>
    (await audit(dir, options)).faults.map(({ code }) => code);
  /** Changes one byte of a file of the log. */
  const flip = (file: string, at: number) => {
    const target = path.join(folder, file);
    const bytes = readFileSync(target);
    bytes[at] = (bytes[at] as number) ^ 1;
    writeFileSync(target, bytes);
  };
  const size = issuerEntries.length;

  it('finds a sound log in order, and lists its companies by epoch', async () => {
    const report = await audit(folder);
    expect(report.faults).toEqual([]);
    const words = reportLines(report).join('\n');
    expect(words).toMatch(/company +2026-10 +2026-11\n +galaxy +3 +3\n +harbour +2 +2\n +all +5 +5\n/);
    expect(words).toContain('2026-10: 5 credentials of 2 companies, 1 came later');
    expect(words).toContain('(as you named it)');
    expect(words).toContain('It holds');
  });

  it('finds both logs of a data folder, with the keys that lie beside them', async () => {
    const { mkdirSync } = await import('node:fs');
    const data = path.join(root, 'data');
    await writeLog(path.join(data, 'members/public-log'), 'issuer', issuerEntries);
    await writeLog(path.join(data, 'talk/public-log'), 'talk', talkEntries);
    for (const [home, plane] of [
      ['members', 'issuer'],
      ['talk', 'talk'],
    ] as const) {
      mkdirSync(path.join(data, home, 'secrets'));
      writeFileSync(path.join(data, home, 'secrets/log.key'), bytesOf(`${plane}'s key`));
    }
    const report = await createChecker(findLogs(data), [], openState(undefined)).round();
    expect(report.faults).toEqual([]);
    expect(report.logs.map(({ keys: { trust } }) => trust)).toEqual(['own', 'own']);
    expect(reportLines(report).join('\n')).toContain('event      5 legal/order');
  });

  it.each([
    ['a byte of a tile of hashes', () => flip(`tile/0/000.p/${size}`, 40), 'root-mismatch'],
    ['a byte of an entry', () => flip(`tile/entries/000.p/${size}`, 60), 'entry-mismatch'],
    [
      'a digit of the size in the checkpoint',
      () => flip('checkpoint', 'tea.example/issuer\n'.length),
      'signature-invalid',
    ],
    ['a bundle that is cut short', () => truncate(`tile/entries/000.p/${size}`), 'bundle-invalid'],
    ['a tile that is gone', () => rmSync(path.join(folder, 'tile/0'), { recursive: true }), 'tile-missing'],
  ])('names %s', async (_what, harm, code) => {
    harm();
    expect(await codes(folder)).toEqual([code]);
  });

  const truncate = (file: string) => {
    const target = path.join(folder, file);
    writeFileSync(target, readFileSync(target).subarray(0, 100));
  };

  it('names a key that is not the one it was told', async () => {
    const other = encodeVerifier(noteSigner('tea.example/issuer', bytesOf('another key')).verifier);
    expect(await codes(folder, { key: other })).toEqual(['signature-unknown']);
  });

  it('can not be asked about a log without a key, or with the key of another', async () => {
    await expect(createChecker(findLogs(folder), [], openState(undefined)).round()).rejects.toThrow('--key');
    await expect(audit(folder, { key: keys[1] as string })).rejects.toThrow(/--key/);
    expect(() => findLogs(root)).toThrow('There is no log');
  });

  it.each<[string, (entries: Entry[]) => Entry[], string]>([
    ['counts that were swapped', (entries) => swap(entries, 5, 6), 'counts-mismatch'],
    ['an epoch twice', (entries) => [...entries, ...openingOf('2026-11')], 'epoch-twice'],
    ['an epoch in the past', (entries) => [...entries, ...openingOf('2026-01')], 'epoch-order'],
    [
      'a key that was never logged',
      (entries) => entries.filter(({ type }) => type !== 'issuer-key'),
      'key-not-logged',
    ],
    ['an entry of the other log', (entries) => [...entries, talkEntries[2] as Entry], 'entry-foreign'],
  ])('names %s', async (_what, change, code) => {
    const dir = path.join(root, 'changed');
    await writeLog(dir, 'issuer', change([...issuerEntries]));
    expect(await codes(dir)).toContain(code);
  });

  const swap = (entries: Entry[], a: number, b: number) => {
    [entries[a], entries[b]] = [entries[b] as Entry, entries[a] as Entry];
    return entries;
  };

  describe('with a memory', () => {
    const memory = () => path.join(root, 'state.json');
    const remembered = () => codes(folder, { state: openState(memory()) });
    const old = () => path.join(root, 'old copy');

    it('takes a log that has grown', async () => {
      expect(await remembered()).toEqual([]);
      await writeLog(folder, 'issuer', openingOf('2026-12'));
      expect(await remembered()).toEqual([]);
    });

    it('names a rollback, with both notes', async () => {
      cpSync(folder, old(), { recursive: true });
      await writeLog(folder, 'issuer', openingOf('2026-12'));
      await remembered();
      rmSync(folder, { recursive: true });
      cpSync(old(), folder, { recursive: true });
      const { faults } = await audit(folder, { state: openState(memory()) });
      expect(faults).toMatchObject([
        { code: 'rolled-back', evidence: { remembered: expect.any(String), shown: expect.any(String) } },
      ]);
    });

    it('names a fork: an old copy that was put back and appended to', async () => {
      cpSync(folder, old(), { recursive: true });
      await writeLog(folder, 'issuer', openingOf('2026-12'));
      await remembered();
      rmSync(folder, { recursive: true });
      cpSync(old(), folder, { recursive: true });
      await writeLog(folder, 'issuer', [...openingOf('2027-01'), ...openingOf('2027-02')]);
      expect(await remembered()).toEqual(['forked']);
      // What contradicts is not remembered: the next audit finds it again.
      expect(await remembered()).toEqual(['forked']);
    });
  });
});
