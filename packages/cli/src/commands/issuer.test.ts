import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { epochOf } from '@teahouse/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../config.ts';
import { issuer } from './issuer.ts';

describe('a new issuer key', () => {
  let root: string;
  const said: string[] = [];
  const secrets = () => path.join(root, 'data/members/secrets');

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'tea-rotate-'));
    mkdirSync(secrets(), { recursive: true });
    // In place of the bundle, the program of the members plane as it is in the source.
    const program = pathToFileURL(path.join(import.meta.dirname, '../../../members/src/rotate-key.ts'));
    mkdirSync(path.join(root, 'dist/members'), { recursive: true });
    writeFileSync(path.join(root, 'dist/members/rotate-key.mjs'), `import '${program}';`);
    said.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true, force: true });
  });
  const run = (...args: string[]) => issuer(readSettings(root, { PATH: process.env.PATH }), args);

  it('is made for the next epoch, once, and not shown', async () => {
    expect(await run('rotate-key')).toBe(0);
    const now = new Date();
    const next = epochOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)));
    const file = path.join(secrets(), `issuer-${next}.key`);
    const key = readFileSync(file);
    expect(said.join('\n')).toContain(`Made ${file}`);
    expect(said.join('\n')).not.toContain(key.toString('hex'));
    expect(await run('rotate-key')).toBe(0);
    expect(said.join('\n')).toContain('There is already');
    expect(readFileSync(file)).toEqual(key);
  });

  it('is not made for an epoch that has begun, nor for none, nor where no town is', async () => {
    await expect(run('rotate-key', '--epoch', epochOf(new Date()))).rejects.toThrow('has begun');
    await expect(run('rotate-key', '--epoch', 'soon')).rejects.toThrow('teahouse issuer rotate-key');
    await expect(run('burn')).rejects.toThrow('teahouse issuer rotate-key');
    rmSync(secrets(), { recursive: true });
    await expect(run('rotate-key')).rejects.toThrow('start Teahouse once');
    expect(existsSync(secrets())).toBe(false);
  });
});
