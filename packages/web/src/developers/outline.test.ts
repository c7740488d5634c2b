import { expect, test } from 'vitest';
import { outlineOf } from './outline.ts';

test('a schema is told line by line, with what is in it further in', () => {
  const schema = {
    type: 'object',
    properties: {
      q: { type: 'string' },
      found: {
        type: 'array',
        items: { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } },
      },
      next: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    },
    required: ['q'],
  };
  expect(
    outlineOf(schema).map(
      ({ depth, name, type, optional }) => `${depth} ${name}${optional ? '?' : ''}: ${type}`,
    ),
  ).toEqual(['0 q: string', '0 found?: object[]', '1 id?: string (uuid)', '0 next?: string | null']);
});
