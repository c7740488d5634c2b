import { describe, expect, it } from 'vitest';
import { coresFor, needs, town } from './model.ts';

describe('what a town needs', () => {
  it('is the work of its busiest hour', () => {
    const [reply] = needs({ reply: 4 });
    // 8 M × 0.3 × 0.15 × 0.1 / 3600 s
    expect(reply?.perSecond).toBeCloseTo(10, 6);
    expect(reply?.cores).toBeCloseTo(0.04, 6);
  });

  it('grows with its members', () => {
    const cpu = { reply: 4, feed: 8 };
    const [small, large] = [needs(cpu, town.monthly / 10), needs(cpu)];
    expect(large.map(({ cores }) => cores)).toEqual(small.map(({ cores }) => expect.closeTo(cores * 10, 9)));
    expect(coresFor(large)).toBeGreaterThanOrEqual(coresFor(small));
  });

  it('leaves out what was not measured', () => {
    expect(needs({})).toEqual([]);
    expect(coresFor([])).toBe(0);
  });
});
