import { describe, expect, it } from 'vitest';
import { stumblesIn } from './migrations.ts';

const serving = (sql: string) => stumblesIn(`-- serves: 0020\n${sql}`);

describe('a migration that says it serves older programs', () => {
  it.each([
    ['DROP TABLE cups;', 'drops'],
    ['ALTER TABLE cups DROP COLUMN heat;', 'drops'],
    ['ALTER TABLE cups DROP heat;', 'drops'],
    ['ALTER TABLE cups RENAME heat TO warmth;', 'renames'],
    ['ALTER TABLE cups RENAME TO mugs;', 'renames'],
    ['ALTER TABLE cups ALTER COLUMN heat SET NOT NULL;', 'asks for a value'],
    ['ALTER TABLE cups ALTER heat TYPE bigint;', 'type'],
    ['ALTER TABLE cups ADD CONSTRAINT warm CHECK (heat > 40);', 'forbids'],
    ['ALTER TABLE cups ADD COLUMN milk text NOT NULL;', 'milk'],
    ['CREATE UNIQUE INDEX one_cup ON cups (owner);', 'cups'],
  ])('is refused: %s', (sql, why) => {
    const found = serving(sql);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(why);
    expect(stumblesIn(sql)).toEqual([]); // it promises nothing
  });

  it.each([
    'ALTER TABLE cups ADD COLUMN milk text;',
    "ALTER TABLE cups ADD COLUMN milk text NOT NULL DEFAULT 'none';",
    'CREATE TABLE mugs (id int PRIMARY KEY, heat int NOT NULL); CREATE UNIQUE INDEX one_mug ON mugs (heat);',
    'CREATE INDEX warm_cups ON cups (heat);',
    'ALTER TABLE cups ALTER COLUMN heat DROP NOT NULL;',
    'ALTER TABLE cups ADD COLUMN milk text CHECK ((milk IS NULL) = (heat IS NOT NULL));',
    'DROP INDEX warm_cups; -- RENAME nothing',
  ])('stands: %s', (sql) => {
    expect(serving(sql)).toEqual([]);
  });
});
