import { Proof } from '@teahouse/contract/talk';
import { cosigner, encodeVerifier, noteSigner, signatureLine } from '@teahouse/protocol/log';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProofError } from './errors.ts';
import { proofFileBytes, readProof, writeProof } from './file.ts';
import { createProofKit, named, streamOf } from './testing/index.ts';
import { verifyProof } from './verify.ts';

const kit = await createProofKit();
const proof = await kit.make();
const file = writeProof(proof);
const bytes = new TextEncoder().encode(file);

const reasonOf = (input: string | Uint8Array) => {
  try {
    readProof(input);
  } catch (error) {
    if (error instanceof ProofError) return error.reason;
    throw error;
  }
  return 'readable';
};
/** What comes of a file: why it is unusable, or the codes of what failed, or `proven`. */
function judge(input: Uint8Array): string {
  const reason = reasonOf(input);
  if (reason !== 'readable') return reason;
  const { outcome, checks } = verifyProof({ proof: readProof(input), bbs: kit.bbs });
  const failed = checks.filter(({ state }) => state === 'failed').map(({ code }) => code);
  return outcome === 'proven' ? 'proven' : failed.join(' ');
}
const changed = (change: (copy: Record<string, never>) => unknown) => {
  const copy = JSON.parse(file);
  change(copy);
  return `${JSON.stringify(copy, null, 1)}\n`;
};

describe('the file of a proof', () => {
  it('is read as it was written, from bytes or text', () => {
    expect(readProof(file)).toEqual(proof);
    expect(readProof(bytes)).toEqual(proof);
    expect(judge(bytes)).toBe('proven');
  });

  it('is the same text whatever the order of the keys it is written from', () => {
    const turned = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, turned(inner)]),
      );
    };
    expect(writeProof(turned(proof) as Proof)).toBe(file);
  });

  it.each(['company', 'industry', 'professional', 'alias'] as const)('can hold a %s label', async (kind) => {
    const other = await kit.make({ kind });
    expect(readProof(writeProof(other))).toEqual(other);
  });

  it('keeps of the signatures under a checkpoint only those of the log and its witnesses, in order', () => {
    const { checkpoint } = proof.talk;
    const text = checkpoint.slice(0, checkpoint.lastIndexOf('\n\n') + 1);
    const stranger = noteSigner('stranger.example', named('stranger'));
    const { talk, witness } = kit.signers;
    const lines = [stranger, witness, talk, witness].map((signer) => signatureLine(text, signer));
    const talkOf = (note: string) => ({ ...proof, talk: { ...proof.talk, checkpoint: note } });
    expect(writeProof(talkOf(`${text}\n${lines.join('')}`))).toBe(file);
    expect(writeProof(talkOf('no note'))).not.toBe(file);
  });

  it.each([
    ['not-json', ''],
    ['not-json', 'a letter'],
    ['not-json', file.slice(0, -2)],
    ['not-json', `\ufeff${file}`],
    ['not-json', file.replace('teahouse', '\ud800')],
    ['not-json', Uint8Array.of(...bytes.slice(0, -1), 0xff)],
    ['too-large', ' '.repeat(proofFileBytes + 1)],
    ['not-format', 'null'],
    ['not-format', '[]'],
    ['not-format', '{}'],
    ['not-format', changed((copy) => Object.assign(copy, { note: 'more' }))],
    ['not-format', changed((copy) => Object.assign(copy.act!, { note: 'more' }))],
    ['not-format', changed((copy) => Object.assign(copy, { format: 'teahouse-proof-2' }))],
    ['not-format', changed((copy) => Object.assign(copy.act!, { salt: 'AAAA' }))],
    ['not-format', changed((copy) => Object.assign(copy.act!, { body: 'A=' }))],
    ['not-format', changed((copy) => Object.assign(copy.act!, { body: 'AB' }))],
    ['not-format', changed((copy) => Object.assign(copy.talk!, { index: -1 }))],
    ['not-format', changed((copy) => Object.assign(copy.talk!, { index: 1.5 }))],
    ['not-format', changed((copy) => Object.assign(copy.talk!, { path: Array(54).fill(proof.act.salt) }))],
    ['not-format', changed((copy) => Object.assign(copy.presentation!, { label: { kind: 'alias' } }))],
    ['not-canonical', file.trimEnd()],
    ['not-canonical', `${file}\n`],
    ['not-canonical', JSON.stringify(proof)],
    ['not-canonical', file.replace('"format"', '"format":"teahouse-proof-1",\n "format"')],
    ['not-canonical', file.replace('"teahouse', '"\\u0074eahouse')],
    ['not-canonical', file.replace('"index": 0', '"index": 0.0').replace(/"index": (\d+)/, '"index": $1.0')],
  ] as [string, string | Uint8Array][])('is %s: %#', (reason, bad) => {
    expect(reasonOf(bad)).toBe(reason);
  });
});

/** Every way to change one leaf or one field of JSON, at a place drawn from its fields. */
const mutants = fc.tuple(
  fc.nat(),
  fc.constantFrom<(value: unknown) => unknown>(
    () => undefined,
    () => null,
    () => 0,
    () => '',
    () => [],
    () => ({}),
    (value) => (typeof value === 'string' ? `${value}A` : [value]),
    (value) => (typeof value === 'string' ? value.slice(1) : value),
    (value) => (typeof value === 'string' ? value.slice(0, -1) : value),
    (value) => (typeof value === 'number' ? value + 1 : value),
    (value) => (Array.isArray(value) ? [...value, ...value] : value),
    (value) => (typeof value === 'object' ? { ...value, more: 1 } : value),
  ),
);
function mutate([place, change]: [number, (value: unknown) => unknown]): unknown {
  const spots: [Record<string, unknown>, string][] = [];
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      spots.push([value as Record<string, unknown>, key]);
      walk((value as Record<string, unknown>)[key]);
    }
  };
  const copy = JSON.parse(file);
  walk(copy);
  const [holder, key] = spots[place % spots.length]!;
  holder[key] = change(holder[key]);
  return JSON.parse(JSON.stringify(copy));
}

it('what is read as a proof has the form that the contract says', () => {
  let readable = 0;
  fc.assert(
    fc.property(mutants, (mutant) => {
      const value = mutate(mutant);
      if (reasonOf(`${JSON.stringify(value, null, 1)}\n`) !== 'readable') return;
      readable++;
      expect(Proof.safeParse(value).success).toBe(true);
    }),
    { numRuns: 1000, seed: 6 },
  );
  expect(readable).toBeGreaterThan(50);
  expect(Proof.parse(JSON.parse(file))).toEqual(proof);
});

it('no text but that of a proof is read, and any other error is none of ours', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
      expect(['not-json', 'not-format']).toContain(reasonOf(text));
    }),
  );
});

describe('a changed byte', () => {
  it('anywhere in the file is noticed', () => {
    const random = streamOf('flips');
    const seen = new Map<string, number>();
    for (let i = 0; i < 400; i++) {
      const [a, b, bit] = random(3);
      const place = ((a! << 8) | b!) % bytes.length;
      const flipped = bytes.slice();
      flipped[place]! ^= 1 << (bit! % 8);
      const verdict = judge(flipped);
      expect(verdict, `byte ${place} of ${file.slice(place - 30, place + 30)}`).not.toMatch(/^(proven)?$/);
      for (const code of verdict.split(' ')) seen.set(code, (seen.get(code) ?? 0) + 1);
    }
    // The sample reached the parts that can be changed and still be read.
    for (const code of ['text', 'signature', 'presentation', 'issuer-checkpoint', 'talk-checkpoint']) {
      expect(seen.get(code), code).toBeGreaterThan(0);
    }
  });

  it('in the text is named: it differs from what was signed', () => {
    const start = file.indexOf('"body": "') + '"body": "'.length;
    for (let at = 0; at < proof.act.body.length - 1; at += 4) {
      const other = bytes.slice();
      other[start + at] = other[start + at] === 0x41 ? 0x42 : 0x41;
      expect(judge(other)).toBe('text');
    }
  });

  it('of a witness that the file lists but that signed nothing is noticed', () => {
    const idle = cosigner('idle.example/w2', named('idle witness'), 1);
    const listed = {
      ...proof.talk.log,
      witnesses: [...proof.talk.log.witnesses, encodeVerifier(idle.verifier)],
    };
    const longer = { ...proof, talk: { ...proof.talk, log: listed } };
    const text = writeProof(longer);
    expect(judge(new TextEncoder().encode(text))).toBe('proven');
    expect(judge(new TextEncoder().encode(text.replace('idle.example', 'idol.example')))).toBe(
      'talk-checkpoint',
    );
  });
});
