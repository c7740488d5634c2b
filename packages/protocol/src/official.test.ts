import { describe, expect, it } from 'vitest';
import { protocolLimits } from './limits.ts';
import {
  companyKeyContext,
  decodeStatement,
  encodeStatement,
  makeStatement,
  officialTextHash,
  statementId,
  verifyStatement,
} from './official.ts';
import { bytes32, codeOf, flipBit } from './testing.ts';

const seed = bytes32('seed');
const about = { instance: 'tea.example', room: 'co-acme', thread: bytes32('thread'), company: 'acme' };
const first = () =>
  makeStatement({ ...about, seed, n: 0, version: 1, prev: null, text: 'We paid on the\r\n1st.' });

describe("a company's answer", () => {
  it('is signed by the key of one company, whose holder makes the same one again', () => {
    const { statement, signature, key, text } = first();
    expect(verifyStatement(key, statement, signature)).toBe(true);
    expect(first()).toEqual(first());
    expect(text).toBe('We paid on the\n1st.');
    expect(decodeStatement(statement)).toEqual({
      ...{ v: 1, ...about, version: 1, prev: null, text: officialTextHash(text) },
    });
    const other = makeStatement({ ...about, seed, n: 1, version: 1, prev: null, text });
    expect(other.key).not.toEqual(key);
    expect(companyKeyContext('tea.example', 'acme', 0)).not.toEqual(
      companyKeyContext('tea.example', 'acme-2', 0),
    );
  });

  it('holds for nothing but its own bytes, key and signature', () => {
    const { statement, signature, key } = first();
    for (let place = 0; place < statement.length; place += 7) {
      expect(verifyStatement(key, flipBit(statement, place), signature)).toBe(false);
    }
    expect(verifyStatement(bytes32('key'), statement, signature)).toBe(false);
    expect(verifyStatement(key, statement, new Uint8Array(64))).toBe(false);
    expect(verifyStatement(key, statement, signature.subarray(1))).toBe(false);
  });

  it('follows the version before it', () => {
    const { statement, text } = first();
    const next = { ...decodeStatement(statement), version: 2, prev: statementId(statement) };
    expect(decodeStatement(encodeStatement(next))).toEqual(next);
    for (const wrong of [
      { version: 2, prev: null },
      { version: 1, prev: bytes32('prev') },
      { version: protocolLimits.officialVersions + 1, prev: bytes32('prev') },
      { version: 1.5, prev: bytes32('prev') },
      { company: 'ACME' },
      { thread: bytes32('thread').subarray(1) },
      { v: 2 as 1 },
    ])
      expect(codeOf(() => encodeStatement({ ...decodeStatement(statement), ...wrong }))).toBe(
        'official-invalid',
      );
    expect(codeOf(() => decodeStatement(new Uint8Array(2000)))).toBe('official-invalid');
    expect(codeOf(() => decodeStatement(Uint8Array.of(...statement, 0)))).toBe('official-invalid');
    expect(codeOf(() => officialTextHash(text.repeat(1000)))).toBe('text-invalid');
    expect(codeOf(() => officialTextHash(''))).toBe('text-invalid');
  });
});
