import { Worker } from 'node:worker_threads';
import type { Case } from '@teahouse/contract/desk';
import type { Decision } from '@teahouse/contract/talk';
import { clamdThatFinds, type ServedScanner, serveScanner } from '@teahouse/eye/testing-clamd';
import { deceiving } from '@teahouse/eye/testing-deceiving';
import { scene } from '@teahouse/eye/testing-pictures';
import sharp, { type Sharp } from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTalk } from '../app.ts';
import { readTalkConfig } from '../config.ts';
import { type Clerk, deskSettings, hire } from '../desk/testing/clerk.ts';
import { simpleFile } from '../pictures/test-files.ts';
import { call, Holder, send } from '../testing/holder.ts';
import { contentsOf, startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';
import { bytesOf } from '../wire.ts';

/** A file such as the app makes of a picture. */
async function fileOf(picture: Sharp) {
  const made = picture.flatten({ background: '#fff' }).webp({ quality: 82 });
  const { data: file, info } = await made.toBuffer({ resolveWithObject: true });
  return { file, width: info.width, height: info.height };
}
type File = { readonly file: Uint8Array; readonly width: number; readonly height: number };

/** People who say something with pictures in a thread of a town, and what came of it. */
async function saying(town: Town) {
  const thread = await votesIn(town).open(new Holder(town));
  return {
    thread,
    say: (pictures: readonly File[], text = 'A reply', who = new Holder(town)) =>
      send(town, 'square', who.reply(thread, { text, pictures })),
    async orderOf(id: string) {
      const { rows } = await town.db.pool.query(
        `SELECT p.state, r.held, c.open, c.priority, c.look -> 'reasons' AS reasons, d.action, d.rule, d.words, d.by
         FROM posts p JOIN refunds r ON r.post_id = p.id LEFT JOIN cases c ON c.post_id = p.id
         LEFT JOIN decisions d ON d.post_id = p.id WHERE p.id = $1`,
        [bytesOf(id)],
      );
      return rows[0];
    },
  };
}

/** How a post stands that waits for somebody, in a place that nobody sees. */
const heldBecause = (rule: string, kind: string, found: string) => ({
  ...{ state: 1, held: true, open: true, action: 'hold', by: 'program', rule, words: kind },
  reasons: [{ kind, rule: found }],
});

describe('a picture that was banned', () => {
  let town: Town;
  let sen: Clerk;
  let author: Holder;
  let say: Awaited<ReturnType<typeof saying>>['say'];
  let thread: PostAt;
  beforeAll(async () => {
    town = await startTown(deskSettings);
    sen = await hire(town, 'Sen', 'senior');
    author = new Holder(town);
    ({ say, thread } = await saying(town));
  });
  afterAll(() => town.stop());

  const ban = async (id: string) => {
    const given = { action: 'ban-picture', rule: 'sexual', words: 'Against the rules.' };
    return (await sen.call<Decision>('POST', `/cases/square/${id}/decisions`, given)).body;
  };
  const codeOf = async (file: File) => (await say([file])).body.code;
  const until = (outcome: string | undefined, file: File) =>
    vi.waitFor(async () => expect(await codeOf(file)).toBe(outcome), 20_000);

  it('is refused again smaller, mirrored and encoded anew, until the ban is taken back', async () => {
    const file = await fileOf(scene(11));
    const first = await say([file]);
    expect(first.status).toBe(200);
    const again = await fileOf(sharp(file.file).flop().resize(500).blur(0.6));
    const turned = await fileOf(sharp(file.file).rotate(90));
    const { id, action } = await ban(first.body.id);
    expect(action).toBe('ban-picture');
    await until('look-known-picture', again);
    const before = await contentsOf(town);
    for (const one of [file, again, turned]) {
      const { status, body } = await say([await fileOf(scene(12)), one]);
      expect([status, body.code]).toEqual([422, 'look-known-picture']);
    }
    expect(await contentsOf(town)).toBe(before);
    expect(await codeOf(await fileOf(scene(12)))).toBeUndefined();

    await sen.call('POST', `/cases/square/${first.body.id}/decisions/${id}/undo`);
    await until(undefined, again);
    expect((await town.db.pool.query('SELECT FROM banned_pictures')).rows).toEqual([]);
  });

  it('is refused by other processes too, also one that starts later, until an appeal is granted', async () => {
    const file = await fileOf(scene(13));
    const again = await fileOf(sharp(file.file).flip());
    const { body: post } = await say([file], 'Mine', author);
    const beside = await createTalk(town);
    const { id } = await ban(post.id);
    const later = await createTalk(town);
    const everywhere = [beside, later].map((talk) => ({ ...town, talk }));
    const outcome = async (code: string | undefined) => {
      for (const one of everywhere)
        await vi.waitFor(async () => {
          const tried = new Holder(one).reply(thread, { pictures: [again] });
          expect((await send(one, 'square', tried)).body.code).toBe(code);
        }, 20_000);
    };
    await Promise.all([beside, later].map((talk) => talk.refreshWindow()));
    await outcome('look-known-picture');

    town.clock.advance(6 * 60_000);
    expect((await send(town, 'square', author.appeal(post, id))).status).toBe(200);
    const other = await hire(town, 'Other');
    const answer = { grant: true, words: 'It is a drawing.' };
    expect((await other.call('POST', `/appeals/square/${id}`, answer)).status).toBe(200);
    await outcome(undefined);
    for (const { talk } of everywhere) await talk.close();
  });

  it('of one colour is known by its file alone: it looks like too many others', async () => {
    const size = { width: 64, height: 64 };
    const file = { ...size, file: await simpleFile(size, 3) };
    const plain = sharp({ create: { ...size, channels: 3, background: '#456' } });
    const one = await fileOf(plain);
    await ban((await say([one])).body.id);
    expect(await codeOf(one)).toBe('look-known-picture');
    expect(await codeOf(await fileOf(plain.clone().resize(128)))).toBeUndefined();
    expect(await codeOf(file)).toBeUndefined();
  });
});

describe('a picture that the models find sexual', () => {
  let town: Town;
  let mo: Clerk;
  let said: Awaited<ReturnType<typeof saying>>;
  beforeAll(async () => {
    town = await startTown(deskSettings);
    mo = await hire(town, 'Mo');
    said = await saying(town);
  });
  afterAll(() => town.stop());

  // Ellipses that were made to deceive both models: nothing in this project is what they take them for.
  it('is held until somebody looked, and its author is told why', async () => {
    const { status, body } = await said.say([await fileOf(deceiving.surely())], 'Seen by nobody');
    expect(status).toBe(200);
    expect(await said.orderOf(body.id)).toMatchObject(heldBecause('sexual', 'sexual-picture', 'nsfw-high'));
    const read = await call(town, 'GET', `/rooms/square/threads/${said.thread.thread}`);
    expect(JSON.stringify(read.body)).not.toContain('Seen by nobody');
    const seen = (await mo.call<{ case: Case }>('GET', `/cases/square/${body.id}`)).body.case;
    expect(seen).toMatchObject({ state: 'held', work: 'open', pictures: 1 });
    expect(seen.reasons).toEqual([{ from: 'look', rule: 'sexual', hint: 'sexual-picture/nsfw-high', n: 1 }]);
  });

  it('perhaps is shown, and queued', async () => {
    const { body } = await said.say([await fileOf(scene(12)), await fileOf(deceiving.perhaps())]);
    const { priority, ...order } = await said.orderOf(body.id);
    expect(order).toMatchObject({ state: 0, held: false, open: true, action: null });
    expect(order.reasons).toEqual([{ kind: 'sexual-picture', rule: 'nsfw-maybe' }]);
    expect(priority).toBeGreaterThan(0.2);
  });

  it('is judged with the words beside it, and the strictest counts', async () => {
    const advert = 'Fake degrees and pay stubs, delivered in 2 days';
    const file = await fileOf(deceiving.perhaps());
    const { body } = await said.say([file], advert);
    const { reasons, ...order } = await said.orderOf(body.id);
    expect(order).toMatchObject({ state: 1, action: 'hold', rule: 'advertising', words: '' });
    expect(reasons.map(({ kind }: { kind: string }) => kind)).toEqual(['advertising', 'sexual-picture']);
    const threat = await said.say([file], "I'm going to kill you and your family");
    expect(threat.body.code).toBe('look-threat');
  });
});

describe('with a scanner', () => {
  let scanner: ServedScanner;
  let infected: File;
  let town: Town;
  let said: Awaited<ReturnType<typeof saying>>;
  beforeAll(async () => {
    infected = await fileOf(scene(21));
    // Nothing can be put into a picture and leave it one: so it is known by bytes of its own.
    scanner = await serveScanner(clamdThatFinds(Buffer.from(infected.file.subarray(1000, 1100))));
    town = await startTown({ clamav: scanner.setting });
    said = await saying(town);
  });
  afterAll(async () => {
    await town.stop();
    scanner.server.close();
  });

  it('a file that it finds something in is refused, and nothing is written', async () => {
    expect((await said.say([await fileOf(scene(20))])).status).toBe(200);
    const before = await contentsOf(town);
    expect((await said.say([infected])).body.code).toBe('look-malware');
    expect(await contentsOf(town)).toBe(before);
  });

  it('that is away, what is said with a picture waits for somebody', async () => {
    for (const socket of scanner.sockets) socket.destroy();
    await new Promise((closed) => scanner.server.close(closed));
    const { body } = await said.say([await fileOf(scene(22))]);
    expect(await said.orderOf(body.id)).toMatchObject(heldBecause('other', 'unchecked', 'clamav-away'));
    expect((await send(town, 'square', new Holder(town).reply(said.thread))).status).toBe(200);
  });
});

describe('what nobody could look at', () => {
  let town: Town;
  afterEach(() => town.stop());

  it.each([
    ['failed', { start: () => new Worker('process.exit(1)', { eval: true }) }],
    ['failed', { patience: 50, start: () => new Worker('for (;;);', { eval: true }) }],
    ['busy', { inHand: 0 }],
  ] as const)('is held, not lost and not published (%s, case %#)', async (rule, eye) => {
    town = await startTown({}, {}, undefined, { eye });
    const said = await saying(town);
    const { status, body } = await said.say([await fileOf(scene(1))]);
    expect(status).toBe(200);
    expect(await said.orderOf(body.id)).toMatchObject(heldBecause('other', 'unchecked', rule));
  });
});

it.each(['3310', 'clamd.ctl', 'unix:clamd.ctl', 'http://127.0.0.1:3310', '127.0.0.1:99999'])(
  'a scanner at %j is refused when talk starts, in words',
  (clamav) => {
    const env = { TEAHOUSE_DATABASE_URL: 'postgresql://x', TEAHOUSE_SECRETS: '/x', TEAHOUSE_CLAMAV: clamav };
    expect(() => readTalkConfig(env)).toThrow(
      /TEAHOUSE_CLAMAV is not usable: unix:.* or host:port \(where clamd/,
    );
    expect(readTalkConfig({ ...env, TEAHOUSE_CLAMAV: 'unix:/run/clamd.ctl' }).clamav).toBe(
      'unix:/run/clamd.ctl',
    );
    expect(readTalkConfig({ ...env, TEAHOUSE_CLAMAV: '' }).clamav).toBeUndefined();
  },
);
