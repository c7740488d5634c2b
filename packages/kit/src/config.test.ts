import { expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from './config.ts';

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
