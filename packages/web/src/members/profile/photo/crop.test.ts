import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstCut, mostZoom, pushed, zoomed, zoomOf } from './crop.ts';

const size = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
});

describe('the square that is cut out of a picture', () => {
  it('begins as the largest there is', () => {
    expect(firstCut({ width: 400, height: 300 })).toEqual({ side: 300, x: 200, y: 150 });
    expect(firstCut({ width: 300, height: 1000 })).toEqual({ side: 300, x: 150, y: 420 });
  });

  it('follows the hand: the picture moves with it', () => {
    const at = { side: 100, x: 200, y: 150 };
    expect(pushed({ width: 400, height: 300 }, at, 0.5, -0.25)).toEqual({ side: 100, x: 150, y: 175 });
  });

  it('never leaves the picture, however it is pushed and zoomed', () => {
    const part = fc.double({ min: -20, max: 20, noNaN: true });
    const zoom = fc.double({ min: 1, max: mostZoom, noNaN: true });
    fc.assert(
      fc.property(size, fc.array(fc.tuple(part, part, zoom), { maxLength: 8 }), (picture, moves) => {
        let cut = firstCut(picture);
        for (const [right, down, near] of moves) {
          cut = zoomed(picture, pushed(picture, cut, right, down), near);
          expect(zoomOf(picture, cut)).toBeCloseTo(near, 6);
        }
        const slack = 1e-6;
        expect(cut.x - cut.side / 2).toBeGreaterThanOrEqual(-slack);
        expect(cut.y - cut.side / 2).toBeGreaterThanOrEqual(-slack);
        expect(cut.x + cut.side / 2).toBeLessThanOrEqual(picture.width + slack);
        expect(cut.y + cut.side / 2).toBeLessThanOrEqual(picture.height + slack);
      }),
    );
  });
});
