import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeConfig, readConfig } from './config.ts';

const schema = z.object({
  databaseUrl: z.string().describe('where the database is'),
  port: z.coerce.number().int().max(65_535).default(4380),
  mode: z.enum(['demo', 'production']).default('demo'),
  smtpUrl: z.url().optional(),
});

it('reads TEAHOUSE_ variables, with defaults and types', () => {
  const env = {
    TEAHOUSE_DATABASE_URL: 'postgresql://x',
    TEAHOUSE_PORT: '80',
    TEAHOUSE_MODE: '',
    OTHER: 'no',
  };
  expect(readConfig(schema, env)).toEqual({ databaseUrl: 'postgresql://x', port: 80, mode: 'demo' });
});

it('names every variable that is wrong, and tells no value', () => {
  const env = { TEAHOUSE_PORT: '99999', TEAHOUSE_SMTP_URL: 'secret word' };
  const read = () => readConfig(schema, env);
  expect(read).toThrow(/TEAHOUSE_DATABASE_URL is missing \(where the database is\)/);
  expect(read).toThrow(/TEAHOUSE_PORT is not usable/);
  expect(read).toThrow(/TEAHOUSE_SMTP_URL is not usable/);
  expect(read).not.toThrow(/secret|99999/);
});

it('takes a secret out of a file of its own, and does not guess between two', () => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  const file = join(folder, 'url');
  writeFileSync(file, 'postgresql://word@db\n');
  expect(readConfig(schema, { TEAHOUSE_DATABASE_URL_FILE: file }).databaseUrl).toBe('postgresql://word@db');
  const both = { TEAHOUSE_DATABASE_URL_FILE: file, TEAHOUSE_DATABASE_URL: 'postgresql://other' };
  expect(() => readConfig(schema, both)).toThrow(/are both set/);
  const missing = { TEAHOUSE_DATABASE_URL_FILE: join(folder, 'none'), TEAHOUSE_PORT: 'x' };
  expect(() => readConfig(schema, missing)).toThrow(/can't be read \(ENOENT\)[\s\S]*TEAHOUSE_PORT/);
  expect(() => readConfig(schema, missing)).not.toThrow(/is missing/);
  rmSync(folder, { recursive: true });
});

it('describes each setting, whatever it is wrapped in', () => {
  const wrapped = z.object({
    listen: z.string().describe('where').default('127.0.0.1:1'),
    key: z
      .string()
      .transform((text) => text.length)
      .meta({ description: 'a key', secret: true }),
    cost: z.object({ passes: z.int() }).default({ passes: 2 }),
  });
  expect(describeConfig(wrapped)).toEqual([
    { variable: 'TEAHOUSE_LISTEN', words: 'where', default: '127.0.0.1:1', required: false, secret: false },
    { variable: 'TEAHOUSE_KEY', words: 'a key', default: undefined, required: true, secret: true },
  ]);
});
