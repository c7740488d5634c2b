import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimData, LockedError } from './lock.ts';

describe('the claim on the data folder', () => {
  let data: string;
  beforeEach(() => {
    data = mkdtempSync(path.join(tmpdir(), 'tea-lock-'));
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  it('is refused to a second program while the first lives', () => {
    const release = claimData(data);
    expect(() => claimData(data)).toThrow(LockedError);
    release();
    expect(claimData(data)).toBeTypeOf('function');
  });

  it.each([
    ['a process that is gone', '4194000 123'],
    ['a number that another program has now', `${process.pid} 1`],
    ['a file cut short', ''],
  ])('passes on from %s', (_case, left) => {
    writeFileSync(path.join(data, 'teahouse.pid'), left);
    expect(claimData(data)).toBeTypeOf('function');
  });
});
