import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEye, type Eye, makeKnownPictures, type Scan } from './index.ts';
import { SeenPicture } from './kinds.ts';
import { chat, page, scene, shownOf } from './testing/pictures.ts';

const events: string[] = [];
const known = makeKnownPictures();
const asked: Uint8Array[] = [];
let scan: Scan = 'clean';
let eye: Eye;
beforeAll(() => {
  const scanner = {
    scan: (file: Uint8Array) => {
      asked.push(file);
      return Promise.resolve(scan);
    },
  };
  eye = createEye({ known, scanner, report: (event) => events.push(event) });
});
afterAll(() => eye.close());

const lookAt = async (shown: Uint8Array) => eye.lookAtPicture({ signed: Uint8Array.of(1), shown });

describe('the first look at a picture', () => {
  it('passes drawings, chats and documents, with both models and by the real worker', async () => {
    for (const picture of [scene(2), chat(1), page(1)]) {
      const looked = await lookAt(await shownOf(picture));
      expect(SeenPicture.parse(looked)).toMatchObject({ verdict: 'pass', reasons: [] });
      expect(looked.hashes.length).toBeGreaterThanOrEqual(8);
    }
    expect(events).toEqual([]);
  });

  it('refuses a picture that was banned, mirrored and in a frame too, until the ban is undone', async () => {
    const file = await scene(7).png().toBuffer();
    const { hashes } = await lookAt(await shownOf(sharp(file)));
    known.add(hashes);
    const mirrored = await sharp(file).flop().jpeg({ quality: 50 }).toBuffer();
    const framed = await sharp(mirrored)
      .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#123' })
      .png()
      .toBuffer();
    const looked = await lookAt(await shownOf(sharp(framed)));
    expect(looked).toMatchObject({ verdict: 'block', reasons: [{ kind: 'known-picture', rule: 'same' }] });
    expect((await lookAt(await shownOf(scene(8)))).verdict).toBe('pass');
    known.remove(hashes);
    expect((await lookAt(await shownOf(sharp(framed)))).verdict).toBe('pass');
  });

  it('asks the scanner about the file that was signed, not about the one that is shown', async () => {
    asked.length = 0;
    const shown = await shownOf(scene(3));
    scan = 'infected';
    expect(await lookAt(shown)).toMatchObject({ verdict: 'block', reasons: [{ kind: 'malware' }] });
    scan = 'away';
    expect(await lookAt(shown)).toMatchObject({
      verdict: 'hold',
      reasons: [{ kind: 'unchecked', rule: 'clamav-away' }],
    });
    scan = 'clean';
    expect(asked.map((file) => [...file])).toEqual([[1], [1]]);
  });

  it('holds what is no picture of the server, and decodes nothing else', async () => {
    const jpeg = await scene(4).jpeg().toBuffer();
    const half = (await shownOf(scene(4))).subarray(0, 900);
    const noise = Buffer.concat([Buffer.from('RIFF\x10\0\0\0WEBPVP8 '), randomBytes(64)]);
    const large = await sharp({ create: { width: 1700, height: 1700, channels: 3, background: '#abc' } })
      .webp()
      .toBuffer();
    for (const file of [jpeg, half, noise, large, Buffer.alloc(0), Buffer.alloc(2 ** 20 + 1)])
      expect(await lookAt(file)).toMatchObject({
        verdict: 'hold',
        reasons: [{ kind: 'unchecked', rule: 'unreadable' }],
      });
  });

  it('holds what comes while too many are in hand, and takes the next ones again', async () => {
    const narrow = createEye({ known, inHand: 2, report: (event) => events.push(event) });
    const shown = await shownOf(scene(5));
    const look = () => narrow.lookAtPicture({ signed: shown, shown });
    const looked = await Promise.all([look(), look(), look()]);
    expect(looked.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'hold']);
    expect(looked[2]!.reasons).toEqual([{ kind: 'unchecked', rule: 'busy' }]);
    expect((await look()).verdict).toBe('pass');
    await narrow.close();
    expect(await look()).toMatchObject({ verdict: 'hold', reasons: [{ kind: 'unchecked', rule: 'failed' }] });
  });
});
