import { describe, expect, it } from 'vitest';
import { believable } from './published.ts';
import { testIssuer } from './test-issuer.ts';

const refused = expect.objectContaining({ code: 'not-in-log' });

describe("an issuer's document", () => {
  it('counts only as far as something was claimed of it', () => {
    const { document } = testIssuer();
    const more = {
      ...document,
      issued: ['2026-08', ...document.issued],
      counts: [
        ...document.counts.flatMap((count) => [count, { ...count, epoch: '2026-08', n: 9000 }]),
        { ...document.counts[0]!, n: -4 },
        { ...document.counts[0]!, epoch: '2026-12', n: 9000 },
      ],
    };
    const part = believable(more, '2026-11').document;
    expect(part.issued).toEqual(['2026-11']);
    expect(part.counts).toEqual(document.counts);
  });

  it('is refused when an epoch that it says is issued has no entry, or two', () => {
    const { document } = testIssuer();
    expect(() => believable({ ...document, openings: [] }, '2026-11')).toThrow(refused);
    const twice = [...document.openings, ...document.openings];
    expect(() => believable({ ...document, openings: twice }, '2026-11')).toThrow(refused);
  });

  it('is refused when an epoch has two keys or none, or has no canonical form', () => {
    const { document } = testIssuer();
    expect(() => believable({ ...document, keys: [...document.keys, ...document.keys] }, '2026-11')).toThrow(
      refused,
    );
    expect(() => believable({ ...document, keys: [] }, '2026-11')).toThrow(refused);
    const counts = document.counts.map((count) => ({ ...count, company: 'Not An Id' }));
    expect(() => believable({ ...document, counts }, '2026-11')).toThrow(refused);
  });
});
