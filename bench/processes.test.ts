import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { cpuOf, isPostgres, isRunning, pssOf, treeOf } from './processes.ts';

describe.skipIf(process.platform !== 'linux')('processes', () => {
  it('are found with all that descend from them', async () => {
    const shell = spawn('sh', ['-c', 'sh -c "echo up; sleep 60; :"; :'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(shell.stdout, 'data');
    const pid = shell.pid ?? 0;
    // The inner shell has spoken before it becomes a parent.
    await expect.poll(() => treeOf(pid).map(({ command }) => command)).toContain('sleep 60');
    const tree = treeOf(pid);
    expect(tree[0]?.pid).toBe(pid);
    expect(treeOf(process.pid).map((one) => one.pid)).toContain(pid);
    const ended = once(shell, 'exit');
    expect(tree.every(isRunning)).toBe(true);
    for (const one of tree) process.kill(one.pid, 'SIGKILL');
    await ended;
    await expect.poll(() => tree.some(isRunning)).toBe(false);
  });

  it('have memory and CPU time, and none of either once they are gone', () => {
    const [self] = treeOf(process.pid);
    if (!self) throw new Error('this process is not in /proc');
    expect(pssOf(self)).toBeGreaterThan(1);
    expect(cpuOf([self])).toBeGreaterThan(0);
    const nobody = { ...self, pid: 2 ** 30 };
    expect(pssOf(nobody)).toBe(0);
    expect(cpuOf([nobody])).toBe(0);
  });

  it('are known for Postgres by their command line', () => {
    const isOne = (command: string) => isPostgres({ pid: 1, parent: 0, command });
    expect(isOne('/x/bin/postgres -D /data/talk/database/pg -c a=b')).toBe(true);
    expect(isOne('postgres: talk talk [local] idle')).toBe(true);
    expect(isOne('/usr/bin/node /x/postgres-tool.mjs')).toBe(false);
    expect(isOne('node /x/dist/talk/main.mjs')).toBe(false);
  });
});
