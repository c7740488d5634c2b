import type { Case } from '@teahouse/contract/desk';
import type { Decision } from '@teahouse/contract/talk';
import { scene } from '@teahouse/eye/testing-pictures';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Clerk, deskSettings, hire } from '../desk/testing/clerk.ts';
import { Holder, send } from '../testing/holder.ts';
import { contentsOf, startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';
import { bytesOf } from '../wire.ts';

let town: Town;
let mo: Clerk;
let sen: Clerk;
let thread: PostAt;
beforeAll(async () => {
  town = await startTown(deskSettings);
  [mo, sen] = [await hire(town, 'Mo'), await hire(town, 'Sen', 'senior')];
  thread = await votesIn(town).open(new Holder(town));
});
afterAll(() => town.stop());

/** A file such as the app makes of a picture. */
async function fileOf(picture: Sharp) {
  const made = picture.flatten({ background: '#fff' }).webp({ quality: 82 });
  const { data: file, info } = await made.toBuffer({ resolveWithObject: true });
  return { file, width: info.width, height: info.height };
}
type File = Awaited<ReturnType<typeof fileOf>>;
const say = (file: File, text = 'With a picture') =>
  send(town, 'square', new Holder(town).reply(thread, { text, pictures: [file] }));
const caseOf = async (id: string) =>
  (await mo.call<{ case: Case }>('GET', `/cases/square/${id}`)).body.case;
const decisionsOf = async (id: string) =>
  (
    await town.db.pool.query('SELECT action, rule, words, by FROM decisions WHERE post_id = $1', [
      bytesOf(id),
    ])
  ).rows;

describe('a picture that was banned', () => {
  const ban = (id: string) =>
    sen.call<Decision>('POST', `/cases/square/${id}/decisions`, {
      ...{ action: 'ban-picture', rule: 'sexual', words: 'Against the rules.' },
    });

  it('is refused again smaller, mirrored and encoded anew, until the ban is taken back', async () => {
    const file = await fileOf(scene(11));
    const first = await say(file);
    expect(first.status).toBe(200);
    const again = await fileOf(sharp(file.file).flop().resize(500).blur(0.6));
    const turned = await fileOf(sharp(file.file).rotate(90));
    const { body: banned } = await ban(first.body.id);
    expect(banned.action).toBe('ban-picture');
    await vi.waitFor(async () => expect((await say(again)).body.code).toBe('look-known-picture'), 20_000);
    const before = await contentsOf(town);
    for (const one of [file, again, turned]) {
      const { status, body } = await say(one);
      expect([status, body.code]).toEqual([422, 'look-known-picture']);
    }
    expect(await contentsOf(town)).toBe(before);
    expect((await say(await fileOf(scene(12)))).status).toBe(200);

    await sen.call('POST', `/cases/square/${first.body.id}/decisions/${banned.id}/undo`);
    await vi.waitFor(async () => expect((await say(again)).status).toBe(200), 20_000);
    const { rows } = await town.db.pool.query('SELECT FROM banned_pictures');
    expect(rows).toEqual([]);
  });

  it('is known to a process that starts later', async () => {
    const file = await fileOf(scene(13));
    await ban((await say(file)).body.id);
    const { rows } = await town.db.pool.query<{ hash: Buffer }>('SELECT hash FROM banned_pictures');
    // The file and eight forms, or more where there is an even border.
    expect(rows.length).toBeGreaterThanOrEqual(9);
    expect(rows.every(({ hash }) => hash.length === 32)).toBe(true);
  });
});
