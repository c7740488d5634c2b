import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { SeenPicture } from './kinds.ts';
import type { Sight } from './sight.ts';

const far = Number.POSITIVE_INFINITY;
const nothing = { drawing: 0, hentai: 0, neutral: 1, porn: 0, sexy: 0 };
const seen = (scores: Partial<typeof nothing> = {}): Sight => ({
  kind: 'seen',
  hashes: [new Uint8Array(32)],
  scores: { ...nothing, ...scores },
});
const clean = { sight: seen(), nearest: far, scan: 'clean' } as const;

describe('the verdict over a picture', () => {
  it('is to pass where nothing was found, with or without a scanner', () => {
    expect(judge(clean)).toMatchObject({ verdict: 'pass', reasons: [], priority: 0 });
    expect(judge({ ...clean, scan: undefined }).verdict).toBe('pass');
  });

  it.each([
    [{ porn: 0.5, hentai: 0.36 }, 'hold', 'nsfw-high'],
    [{ porn: 0.85 }, 'queue', 'nsfw-maybe'],
    [{ porn: 0.2, hentai: 0.11 }, 'queue', 'nsfw-maybe'],
  ] as const)('adds porn and hentai up: %o is to %s', (scores, verdict, rule) => {
    expect(judge({ ...clean, sight: seen(scores) })).toMatchObject({
      verdict,
      reasons: [{ kind: 'sexual-picture', rule }],
    });
  });

  it('never comes of `sexy`, and not of a low score', () => {
    expect(judge({ ...clean, sight: seen({ sexy: 1, neutral: 0 }) }).verdict).toBe('pass');
    expect(judge({ ...clean, sight: seen({ porn: 0.15, hentai: 0.15 }) }).verdict).toBe('pass');
  });

  it('is to refuse a banned picture, and to hold one like it', () => {
    expect(judge({ ...clean, nearest: 24 })).toMatchObject({
      verdict: 'block',
      reasons: [{ kind: 'known-picture', rule: 'same' }],
    });
    expect(judge({ ...clean, nearest: 25 })).toMatchObject({
      verdict: 'hold',
      reasons: [{ kind: 'known-picture', rule: 'alike' }],
    });
    expect(judge({ ...clean, nearest: 49 }).verdict).toBe('pass');
  });

  it('is to refuse malware, and to hold what a scanner could not be asked about', () => {
    expect(judge({ ...clean, scan: 'infected' })).toMatchObject({
      verdict: 'block',
      reasons: [{ kind: 'malware', rule: 'clamav' }],
    });
    expect(judge({ ...clean, scan: 'away' })).toMatchObject({
      verdict: 'hold',
      reasons: [{ kind: 'unchecked', rule: 'clamav-away' }],
    });
  });

  it.each(['failed', 'unreadable', 'busy'] as const)('is to hold what was not seen: %s', (kind) => {
    const looked = judge({ ...clean, sight: { kind } });
    expect(looked).toMatchObject({
      verdict: 'hold',
      reasons: [{ kind: 'unchecked', rule: kind }],
      hashes: [],
    });
  });

  it('is to hold what the models could not score, though a banned one is refused all the same', () => {
    const sight: Sight = { kind: 'seen', hashes: [], scores: undefined };
    expect(judge({ ...clean, sight })).toMatchObject({
      verdict: 'hold',
      reasons: [{ kind: 'unchecked', rule: 'no-model' }],
    });
    expect(judge({ ...clean, sight, nearest: 0 }).verdict).toBe('block');
  });

  it('gives every reason, the gravest first, in the form that is promised', () => {
    const looked = judge({ sight: seen({ porn: 0.9 }), nearest: 30, scan: 'infected' });
    expect(looked.reasons.map(({ kind }) => kind)).toEqual(['malware', 'known-picture', 'sexual-picture']);
    expect(looked.priority).toBe(0.95);
    expect(SeenPicture.parse(looked)).toEqual(looked);
  });
});
