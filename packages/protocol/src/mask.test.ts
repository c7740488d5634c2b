import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasOf } from './alias.ts';
import { maskShapes, maskSvg } from './mask.ts';
import { paintSets } from './mask-paint.ts';
import { seededRng } from './testing.ts';

const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('masks', () => {
  it('are drawn of any sixteen bytes, always the same', () => {
    fc.assert(
      fc.property(sixteen, (bytes) => {
        expect(maskSvg(bytes)).toBe(maskSvg(bytes.slice()));
        expect(maskShapes(bytes).length).toBeGreaterThan(8);
      }),
    );
  });

  it('are plain paths in plain colours, with nothing that could run, load or clash', () => {
    fc.assert(
      fc.property(sixteen, (bytes) => {
        for (const { d, fill, stroke } of maskShapes(bytes)) {
          expect(d).toMatch(/^M[\d .MLHVCQaZ-]+$/);
          for (const colour of [fill, stroke]) if (colour) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
        }
        expect(maskSvg(bytes)).not.toMatch(/\b(id|href|style|on\w+)=|<(script|use|image)|NaN|undefined/);
      }),
    );
  });

  it('keep within their box', () => {
    fc.assert(
      fc.property(sixteen, (bytes) => {
        const numbers = maskShapes(bytes).flatMap(({ d }) => d.match(/-?\d+(\.\d+)?/g)!.map(Number));
        expect(Math.max(...numbers)).toBeLessThanOrEqual(72);
        expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-72);
      }),
    );
  });

  it('show something painted over the ground, never ground on ground alone', () => {
    fc.assert(
      fc.property(sixteen, (bytes) => {
        const colours = new Set(maskShapes(bytes).flatMap(({ fill, stroke }) => [fill, stroke]));
        expect(colours.size).toBeGreaterThanOrEqual(4);
      }),
    );
  });

  it('of many aliases are as many faces, on every ground', () => {
    const rng = seededRng('masks');
    const masks = Array.from({ length: 2000 }, () => aliasOf(rng(48)).mask);
    expect(new Set(masks.map(maskSvg)).size).toBeGreaterThanOrEqual(1999);
    const grounds = new Set(masks.map((mask) => maskShapes(mask)[0]!.fill));
    expect(grounds).toEqual(new Set(paintSets.map(([ground]) => ground)));
  });
});
