import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogger } from './log.ts';
import { openRotatingFile } from './rotating-file.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void, coarseMs?: number): string {
  const lines: string[] = [];
  const options = { name: 'talk', write: (line: string) => void lines.push(line) };
  write(createLogger(coarseMs === undefined ? options : { ...options, coarseMs }));
  return lines.join('');
}

describe('the log', () => {
  it('writes one line of JSON for an event', () => {
    const line = JSON.parse(logged((log) => log.info('started', { port: 4380, mode: 'demo' })));
    expect(line).toMatchObject({ level: 'info', name: 'talk', event: 'started', port: 4380, mode: 'demo' });
  });

  it.each([
    'mei@example.com',
    '203.0.113.7',
    '2001:db8::42',
    '::1',
    '3f2b8c1e-7d4a-4c1b-9e2f-8a7b6c5d4e3f',
    'q8Jx0Zt5cVbN2mK7wLpRs4TyUe',
  ])('keeps nothing of %s, wherever it stands', (value) => {
    const text = logged((log) => {
      log.warn('odd', { reason: `from ${value} again`, token: value, ip: value, body: value });
      log.error(`failed ${value}`, new Error(value), { reason: value });
    });
    expect(text).not.toContain(value);
  });

  it('keeps code and stack of an error, but no message, detail or cause', () => {
    const error = Object.assign(new TypeError('value 4711', { cause: 'cause 4711' }), {
      code: '23505',
      detail: '4711',
    });
    const text = logged((log) => log.error('internal', error));
    expect(text).not.toContain('4711');
    expect(JSON.parse(text)).toMatchObject({ error: 'TypeError', code: '23505' });
    expect(JSON.parse(text).stack[0]).toContain('log.test.ts');
  });

  it('tells the time no finer than it was told to', () => {
    const { time } = JSON.parse(logged((log) => log.info('started'), 300_000));
    expect(Date.parse(time) % 300_000).toBe(0);
  });

  it('never grows past its limit on disk, and is for its owner only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'log-'));
    const file = openRotatingFile(join(folder, 'log'), 1000);
    for (let index = 0; index < 100; index += 1) file.write(`${index} ${'x'.repeat(90)}\n`);
    file.close();
    expect(readdirSync(folder)).toEqual(['log', 'log.1']);
    expect(statSync(join(folder, 'log')).size).toBeLessThanOrEqual(1000);
    expect(statSync(join(folder, 'log')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toContain('99 x');
    rmSync(folder, { recursive: true });
  });
});
