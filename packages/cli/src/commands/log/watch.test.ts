import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeVerifier, openCheckpoint } from '@teahouse/protocol/log';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChecker } from '../../log/check.ts';
import { parseKeys } from '../../log/keys.ts';
import { openState } from '../../log/state.ts';
import { findLogs } from '../../log/targets.ts';
import { issuerEntries, openingOf, signerOf, writeLog } from '../../log/test-logs.ts';
import { log } from './index.ts';

const { verifier } = signerOf('issuer');
const key = encodeVerifier(verifier);

describe('watching a log', () => {
  let root: string;
  let folder: string;
  const said: string[] = [];
  beforeEach(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'tea-watch-'));
    folder = path.join(root, 'log');
    await writeLog(folder, 'issuer', issuerEntries);
    cpSync(folder, path.join(root, 'old'), { recursive: true });
    said.length = 0;
    for (const level of ['log', 'error'] as const) {
      vi.spyOn(console, level).mockImplementation((line: string) => void said.push(line));
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true, force: true });
  });

  const state = () => path.join(root, 'state.json');
  const never = () => {
    throw new Error('watching needs no settings');
  };
  const watchOnce = () => log(never, ['watch', folder, '--once', '--state', state(), '--key', key]);
  /** Puts the old copy of the folder back, as a careless restore does, and goes on from there. */
  const restoreAndAppend = async (months: readonly string[]) => {
    rmSync(folder, { recursive: true });
    cpSync(path.join(root, 'old'), folder, { recursive: true });
    for (const month of months) await writeLog(folder, 'issuer', openingOf(month));
  };

  it('tells a fork with 1, and keeps both signed notes', async () => {
    await writeLog(folder, 'issuer', openingOf('2026-12'));
    expect(await watchOnce()).toBe(0);
    await restoreAndAppend(['2027-01', '2027-02']);
    expect(await watchOnce()).toBe(1);
    expect(said.join('\n')).toContain('!! [forked]');
    const [file = ''] = readdirSync(root).filter((name) => name.startsWith('forked-'));
    const evidence = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
    const roots = [evidence.remembered, evidence.shown].map((note: string) => {
      const { checkpoint } = openCheckpoint({
        note,
        origin: evidence.place && verifier.name,
        verifiers: [verifier],
      });
      return { size: checkpoint.size, root: Buffer.from(checkpoint.root).toString('hex') };
    });
    expect(roots[0]?.size).toBeLessThanOrEqual(roots[1]?.size as number);
    expect(roots[0]?.root).not.toBe(roots[1]?.root);
  });

  it('tells a rollback with 1, and forgets nothing over it', async () => {
    await writeLog(folder, 'issuer', openingOf('2026-12'));
    await watchOnce();
    const before = readFileSync(state(), 'utf8');
    await restoreAndAppend([]);
    expect(await watchOnce()).toBe(1);
    expect(said.join('\n')).toContain('!! [rolled-back]');
    expect(readFileSync(state(), 'utf8')).toBe(before);
  });

  it('can not tell of a place where nothing is', async () => {
    expect(await log(never, ['watch', path.join(root, 'nowhere'), '--once', '--state', state()])).toBe(2);
  });

  describe('again and again', () => {
    const checker = () => createChecker(findLogs(folder), parseKeys([key]), openState(state()));

    it('reads only what is new, and hands it out', async () => {
      const { round } = checker();
      await round();
      await writeLog(folder, 'issuer', openingOf('2026-12'));
      const { logs, faults } = await round();
      expect(faults).toEqual([]);
      expect(logs[0]?.entries).toHaveLength(openingOf('2026-12').length);
      expect(logs[0]?.log?.summary.issuer?.epochs.map(({ epoch }) => epoch)).toContain('2026-12');
      expect((await round()).logs[0]?.entries).toEqual([]);
    });

    it('names a fork between two rounds, and another rule that was broken', async () => {
      const { round } = checker();
      await writeLog(folder, 'issuer', openingOf('2026-12'));
      await round();
      await restoreAndAppend(['2027-01', '2027-02']);
      expect((await round()).faults).toMatchObject([{ code: 'forked', evidence: {} }]);
      const other = checker;
      rmSync(state());
      const fresh = other();
      await fresh.round();
      await writeLog(folder, 'issuer', openingOf('2026-12'));
      expect((await fresh.round()).faults.map(({ code }) => code)).toContain('epoch-order');
    });
  });
});
