import path from 'node:path';
import { createTestDb, type TestDb } from '@teahouse/kit/test-db';
import { toBase64url } from '@teahouse/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectTalk } from './whole.ts';

const migrations = path.join(import.meta.dirname, '../../packages/talk/migrations');
const bytes = (length: number, fill: number) => Buffer.alloc(length, fill);
const [thread, reply, alias, key] = [bytes(32, 1), bytes(32, 2), bytes(48, 3), bytes(32, 4)];

/** Plants each kind of half-written act, to see that the inspection finds it: a check that can't fail is no check. */
describe('the inspection of talk', () => {
  let db: TestDb;

  const run = (text: string, ...values: unknown[]) => db.pool.query(text, values);
  const post = async (id: Buffer, seq: number) => {
    await run(
      `INSERT INTO posts (room_id, thread_id, id, seq, pseudonym, slot, edits, deleted, last_act, header, signature, inside, state, blurred)
       VALUES ('square', $1, $2, $3, $4, 1, 0, false, $2, '', '', false, 0, false)`,
      ...[thread, id, seq, alias],
    );
    await run(`INSERT INTO pieces VALUES ('square', $1, $2, $3, false, '{"edits":0}')`, thread, seq, alias);
    await run(`INSERT INTO refunds VALUES ('square', $1, '', 1, '', NULL, false, false, false)`, id);
    for (let token = 0; token < (seq === 0 ? 2 : 1); token += 1) {
      await run('INSERT INTO spent VALUES ($1, $2, $3)', bytes(32, 10 + seq * 2 + token), '', id);
    }
  };

  beforeEach(async () => {
    db = await createTestDb(migrations);
    await run(
      `INSERT INTO threads VALUES ('square', $1, 't', 'e', 'en', $2, '{}', $3, 1, 1, 1, false, false, 1, 1, 0, false, NULL,
         NULL, NULL, 0, 0, false, 0)`,
      ...[thread, alias, key],
    );
    await run(`INSERT INTO aliases VALUES ('square', $1, $2, '{}', $3, '', false)`, thread, alias, key);
    await run(`INSERT INTO room_stats VALUES ('square', 1, 1)`);
    await post(thread, 0);
    await post(reply, 1);
  });
  afterEach(() => db.drop());

  const inspect = () => inspectTalk(db.url, [{ kind: 'reply', id: toBase64url(reply) }]);
  const found = async () => (await inspect()).broken.map((words) => words.split(':')[0]);

  it('finds nothing amiss where all is whole', async () => {
    expect(await inspect()).toEqual({ lost: [], broken: [] });
  });

  it('finds an acknowledged act that is gone, and the thread that counts it', async () => {
    await run('DELETE FROM posts WHERE id = $1', reply);
    expect((await inspect()).lost).toEqual([`reply ${toBase64url(reply)}`]);
    expect(await found()).toEqual([
      'a thread whose replies are not those it counts',
      'a token spent on no post',
    ]);
  });

  it.each([
    ['a thread without its first post', 'DELETE FROM posts WHERE seq = 0'],
    ['a thread whose replies are not those it counts', 'UPDATE threads SET replies = 2'],
    ['a post without its thread', 'DELETE FROM threads'],
    ['a post without its alias', 'DELETE FROM aliases'],
    [
      'an alias that never said anything',
      `INSERT INTO aliases SELECT room_id, context, substr(pseudonym, 2) || '\\x09', label, public_key, proof, inside FROM aliases`,
    ],
    ['a post that its page does not show as it stands', 'DELETE FROM pieces WHERE seq = 1'],
    ['a post that its page does not show as it stands', 'UPDATE posts SET deleted = true'],
    ['a post that its page does not show as it stands', 'UPDATE posts SET state = 3'],
    ['a token spent on no post', `INSERT INTO spent VALUES (decode(repeat('99', 32), 'hex'), '', '')`],
    ['a post that did not pay', 'DELETE FROM spent WHERE nonce = (SELECT min(nonce) FROM spent)'],
    ['a post without its refund', 'DELETE FROM refunds'],
    ['a post whose earlier versions are not those it counts', 'UPDATE posts SET edits = 1'],
    ['a room whose threads are not those it counts', 'UPDATE room_stats SET threads = 2'],
  ])('finds %s', async (law, damage) => {
    await run(damage);
    expect(await found()).toContain(law);
  });
});
