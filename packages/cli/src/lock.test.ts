import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
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

  it('passes on from a process that was killed, as soon as it is dead', async () => {
    const script = `import { claimData } from ${JSON.stringify(path.join(import.meta.dirname, 'lock.ts'))};
      claimData(${JSON.stringify(data)}); gc(); console.log('claimed'); setInterval(() => {}, 1000);`;
    // With a collection of garbage: the claim must not depend on who keeps what it returned.
    const holder = spawn(process.execPath, ['--expose-gc', '--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(holder.stdout, 'data');
      expect(() => claimData(data)).toThrow(LockedError);
    } finally {
      holder.kill('SIGKILL');
    }
    await once(holder, 'exit');
    expect(claimData(data)).toBeTypeOf('function');
  });
});
