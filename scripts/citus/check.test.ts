import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCitusBreaches, judge, unknownPieces } from './check.ts';
import { migrationsOf, readSchema } from './schema.ts';
import { piecesIn } from './sources.ts';
import { breachesOf } from './statement.ts';

const project = path.join(import.meta.dirname, '../..');
const { schema } = readSchema(migrationsOf(project));
const rulesOf = (statement: string) => [...new Set(breachesOf(statement, schema).map(({ rule }) => rule))];

describe('the project', () => {
  it('could be spread over several machines as it is', () => {
    expect(findCitusBreaches(project)).toEqual([]);
  });
});

/** Rule → a statement that breaks it. */
const statements: [rule: string, statement: string][] = [
  ['citus-room', 'SELECT id FROM posts WHERE id = $1'],
  ['citus-room', 'SELECT p.id FROM posts p JOIN tallies y ON y.post_id = p.id WHERE p.room_id = $1'],
  ['citus-room', 'UPDATE posts SET edits = 1 WHERE id = $1'],
  ['citus-room', 'DELETE FROM spent WHERE key_id = $1'],
  ['citus-room', 'WITH gone AS (DELETE FROM pictures WHERE hash = $1) SELECT 1'],
  ['citus-room', 'SELECT id FROM posts WHERE room_id = $1 OR id = $2'],
  [
    'citus-outer-room',
    'SELECT (SELECT count(*) FROM reports WHERE room_id = p.room_id) FROM posts p WHERE p.room_id = $1 AND p.id = $2',
  ],
  ['citus-row-lock', 'SELECT id FROM posts WHERE state = 3 LIMIT 5 FOR UPDATE SKIP LOCKED'],
  ['citus-row-lock', 'SELECT id FROM posts WHERE room_id = ANY($1) FOR UPDATE'],
  [
    'citus-insert-subquery',
    'INSERT INTO bans (room_id, context, pseudonym, decision) VALUES ($1, $2, (SELECT pseudonym FROM posts WHERE room_id = $1 AND id = $3), $4)',
  ],
  [
    'citus-insert-subquery',
    'INSERT INTO room_stats (room_id, threads, last_slot) VALUES ($1, 1, 1) ON CONFLICT (room_id) DO UPDATE SET threads = (SELECT max(seq) FROM posts WHERE room_id = $1)',
  ],
  ['citus-insert-key', 'INSERT INTO bans (context, pseudonym, decision) VALUES ($1, $2, $3)'],
  [
    'citus-conflict-key',
    'INSERT INTO bans (room_id, context, pseudonym, decision) VALUES ($1, $2, $3, $4) ON CONFLICT (context) DO NOTHING',
  ],
  ['citus-set-key', 'UPDATE posts SET room_id = $2 WHERE room_id = $1 AND id = $3'],
  ['citus-volatile', 'UPDATE posts SET edits = random() WHERE room_id = $1 AND id = $2'],
  ['citus-volatile', 'SELECT pg_notify($2, id::text) FROM posts WHERE room_id = $1'],
  [
    'citus-groups',
    'SELECT p.id, EXISTS (SELECT FROM spent WHERE nonce = $3) FROM posts p WHERE p.room_id = $1 AND p.id = $2',
  ],
  ['citus-local-join', 'SELECT p.id FROM posts p, log_state WHERE p.room_id = $1'],
  [
    'citus-lateral',
    'SELECT r.id FROM rooms r CROSS JOIN LATERAL (SELECT id FROM posts WHERE room_id = r.id ORDER BY slot LIMIT 3) AS p',
  ],
  ['citus-distinct', 'SELECT slot, array_agg(DISTINCT id) FROM posts WHERE NOT inside GROUP BY slot'],
  ['citus-window', 'SELECT row_number() OVER (ORDER BY slot) FROM posts WHERE NOT inside'],
  ['citus-grouping-sets', 'SELECT slot, lang, count(*) FROM posts GROUP BY GROUPING SETS (slot, lang)'],
  ['citus-ctid', 'DELETE FROM posts WHERE ctid = ANY($1)'],
  ['citus-outer-join', 'SELECT r.id FROM rooms r LEFT JOIN threads t ON t.room_id = r.id'],
  [
    'citus-recursive',
    'WITH RECURSIVE up AS (SELECT id, parent FROM posts WHERE room_id = $1 UNION SELECT p.id, p.parent FROM posts p JOIN up ON p.id = up.parent WHERE p.room_id = $1) SELECT id FROM up',
  ],
  ['citus-lock-table', 'LOCK TABLE posts IN EXCLUSIVE MODE'],
];

describe('a statement', () => {
  it.each(statements)('that breaks %s is found: %s', (rule, statement) => {
    expect(rulesOf(statement)).toContain(rule);
  });

  it.each([
    'SELECT p.id FROM posts p LEFT JOIN tallies y ON y.room_id = p.room_id AND y.post_id = p.id WHERE p.room_id = $1 FOR UPDATE OF p',
    'SELECT p.id FROM (SELECT $1::text AS room_id) AS r LEFT JOIN posts p ON p.room_id = r.room_id AND p.id = $2',
    'SELECT p.id FROM unnest($1::text[], $2::bytea[]) AS key (room_id, id) JOIN posts p ON p.room_id = key.room_id AND p.id = key.id',
    'WITH there AS (SELECT 1 AS one FROM spent WHERE nonce = ANY($3)) SELECT id, EXISTS (SELECT FROM there) FROM posts WHERE room_id = $1 AND id = $2',
    'SELECT id FROM staff ORDER BY id FOR UPDATE',
  ])('that breaks nothing passes: %s', (statement) => {
    expect(rulesOf(statement)).toEqual([]);
  });
});

/** Rule → a migration that breaks it. */
const migrations: [rule: string, sql: string][] = [
  ['citus-no-home', 'CREATE TABLE guests (room_id text PRIMARY KEY);'],
  ['citus-unique', 'CREATE UNIQUE INDEX one_text ON posts (text);'],
  ['citus-unique', 'ALTER TABLE bans DROP CONSTRAINT bans_pkey, ADD PRIMARY KEY (context, pseudonym);'],
  ['citus-foreign-key', 'ALTER TABLE posts ADD COLUMN staff uuid REFERENCES staff;'],
  ['citus-sequence', 'ALTER TABLE posts ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY;'],
  ['citus-sequence', 'ALTER TABLE posts ADD COLUMN n bigserial;'],
  ['citus-trigger', 'CREATE TRIGGER t AFTER INSERT ON posts FOR EACH ROW EXECUTE FUNCTION f();'],
  ['citus-object', 'CREATE VIEW shown AS SELECT id FROM posts WHERE state = 0;'],
  ['citus-no-key', 'ALTER TABLE posts DROP COLUMN room_id;'],
  ['citus-no-table', 'DROP TABLE bans;'],
];

describe('a migration', () => {
  it.each(migrations)('that breaks %s is found: %s', (rule, sql) => {
    const { findings } = readSchema([...migrationsOf(project), { name: '9999_planted.sql', sql }]);
    expect(findings.map((finding) => finding.rule)).toContain(rule);
  });
});

describe('the book of statements', () => {
  it('misses none that the sources hold', () => {
    const pieces = piecesIn('store.ts', 'db.query(`SELECT one FROM posts WHERE room_id = $1 AND ${more} LIMIT 4`)');
    const whole = 'SELECT one FROM posts WHERE room_id = $1 AND id = $2 LIMIT 4';
    expect(unknownPieces(pieces, [whole])).toEqual([]);
    expect(unknownPieces(pieces, ['SELECT two FROM posts'])).toHaveLength(1);
  });

  it('has no exception for what is no longer said', () => {
    const old = { rules: ['citus-room'], like: 'FROM nowhere', why: 'once' };
    expect(judge([], schema, [old]).map(({ rule }) => rule)).toEqual(['citus-idle-exception']);
  });
});
