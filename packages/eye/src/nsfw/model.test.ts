import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { decode } from '../decode.ts';
import { chat, page, scene, shownOf } from '../testing/pictures.ts';
import { loadNsfw, type NsfwScores } from './model.ts';
import { modelSide, sample } from './sample.ts';

let scoresOf: Awaited<ReturnType<typeof loadNsfw>>;
beforeAll(async () => {
  scoresOf = await loadNsfw();
});
const sum = (scores: NsfwScores) => Object.values(scores).reduce((all, one) => all + one, 0);
const even = (value: number) => ({ width: 300, height: 200, rgb: new Uint8Array(300 * 200 * 3).fill(value) });

describe('the models', () => {
  it('know what nsfwjs itself knows of grey: the means of its two answers', () => {
    // .838 .024 .129 .009 .002 and .048 .042 .907 .002 .002, taken from nsfwjs 4.4.0's models by TensorFlow.js alone
    const scores = scoresOf(even(127));
    expect(scores.drawing).toBeCloseTo(0.443, 1);
    expect(scores.neutral).toBeCloseTo(0.518, 1);
    expect(scores.porn + scores.hentai).toBeLessThan(0.1);
  });

  it('give five shares of one, the same every time', async () => {
    for (const picture of [scene(1), chat(2), page(3)]) {
      const pixels = (await decode(await shownOf(picture)))!;
      const scores = scoresOf(pixels);
      expect(sum(scores)).toBeCloseTo(1, 4);
      expect(scoresOf(pixels)).toEqual(scores);
    }
  });
});

describe('the memory of the models', () => {
  it('holds nothing of a picture that was scored', () => {
    scoresOf(even(10));
    const { numTensors, numBytes } = memory();
    for (let i = 1; i <= 5; i++) scoresOf(even(i * 40));
    expect(memory()).toMatchObject({ numTensors, numBytes });
  });
});

describe('a picture as the models take it', () => {
  it('keeps its corners, and blends between its pixels', () => {
    const rgb = Uint8Array.from([0, 0, 0, 255, 255, 255]);
    const taken = sample({ width: 2, height: 1, rgb });
    expect(taken).toHaveLength(modelSide * modelSide * 3);
    expect([taken[0], taken.at(-1)]).toEqual([0, 1]);
    expect(taken[111 * 3]).toBeCloseTo(111 / 223, 5);
  });
});
