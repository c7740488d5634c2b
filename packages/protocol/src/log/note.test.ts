import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytes32, flipBit } from '../testing.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { encodeCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { cosigner } from './cosignature.ts';
import { LogError } from './errors.ts';
import { emptyRoot } from './hash.ts';
import { openNote, signatureLine, signNote } from './note.ts';
import { encodeVerifier, makeVerifier, noteSigner, parseVerifier } from './note-key.ts';
import { logCodeOf, origin, signer } from './testing.ts';

/** The example of C2SP signed-note. */
const example = {
  key: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note: `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`,
};
/** A checkpoint of the Go checksum database of January 2023. */
const goSum = {
  key: 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
  note: `go.sum database tree
15081221
BoMMe1wd25Tco0mYGROkyqxHZWx+hcSCtMV315Lu6Lg=

— sum.golang.org Az3grilD7vQqTrv66jRgKM84Y80KTprrSt4bKmiOPxgmS5ZVBTeCl6dUvjYnN13R+C8j0jGY1WnUADGMkok3U0m2Zgo=
`,
};
/** A checkpoint of a Certificate Transparency log (its own signature is of another type) that a witness cosigned. */
const witnessed = {
  key: 'witness.navigli.sunlight.geomys.org+a3e00fe2+BNy/co4C1Hn1p+INwJrfUlgz7W55dSZReusH/GhUhJ/G',
  note: `coachandhorses2026h1.staging.certificate.transparency.goog
185550722
YXAM0VmnrfvLaBCOOYSJhCaE5F10oGBOo+hkbDa1kng=

— coachandhorses2026h1.staging.certificate.transparency.goog MpXgsHy8ZwxXnO+WjtVrPxAzL49Rs1gWTkNVNeEa//5peAzaocRCB3qt3EaibjzY5GILLtGgBP7dBhgcSHy+JQh0OAc=
— witness.navigli.sunlight.geomys.org o+AP4gAAAABqb7DzNrGFRJnQ9vrJ8xpnwZytnr/ZYczDIsvwvouiSjwOjn7a72ccxBk+lKnZ7dKqkYKER1s/KxLTaVwQD7lJZTC/CQ==
`,
};

const text = encodeCheckpoint({ origin, size: 0, root: emptyRoot });
const witness = cosigner('witness.example/w1', bytes32('the key of a witness'), 1_790_000_000);
const verifiers = [signer.verifier, witness.verifier];

describe('signed notes of others', () => {
  it('opens the example of the specification', () => {
    const verifier = parseVerifier(example.key);
    expect(openNote(example.note, [verifier])).toEqual({
      text: 'This is an example message.\n',
      signatures: [{ verifier, time: null }],
    });
  });

  it('opens a checkpoint of the Go checksum database', () => {
    const input = { note: goSum.note, origin: 'go.sum database tree', verifiers: [parseVerifier(goSum.key)] };
    expect(openCheckpoint(input).checkpoint.size).toBe(15_081_221);
  });

  it('reads the time at which a public witness cosigned', () => {
    const verifier = parseVerifier(witnessed.key);
    expect(openNote(witnessed.note, [verifier]).signatures).toEqual([{ verifier, time: 0x6a6fb0f3 }]);
  });

  it.each([example.key, goSum.key, witnessed.key])('writes the key %s as it was', (key) => {
    expect(encodeVerifier(parseVerifier(key))).toBe(key);
  });
});

describe('signed notes', () => {
  const note = signNote(text, [signer, witness]);

  it('tell who signed, and when a witness did', () => {
    expect(openNote(note, verifiers)).toEqual({
      text,
      signatures: [
        { verifier: signer.verifier, time: null },
        { verifier: witness.verifier, time: 1_790_000_000 },
      ],
    });
  });

  it('take further signatures as lines at their end', () => {
    const more = signNote(text, [signer]) + signatureLine(text, witness);
    expect(more).toBe(note);
  });

  it('are opened when a stranger signed as well, also under the name of a known key', async () => {
    const stranger = noteSigner(origin, bytes32('a stranger'));
    expect(openNote(signNote(text, [stranger, signer]), verifiers).signatures).toHaveLength(1);
    expect(await logCodeOf(() => openNote(signNote(text, [stranger]), verifiers))).toBe('signature-unknown');
  });

  it('count each key once', () => {
    expect(openNote(signNote(text, [signer, signer]), verifiers).signatures).toHaveLength(1);
  });

  it('with a bit changed anywhere are refused', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), async (bit) => {
        const bytes = flipBit(new TextEncoder().encode(signNote(text, [signer])), bit);
        const code = await logCodeOf(() => openNote(new TextDecoder().decode(bytes), verifiers));
        expect(['note-invalid', 'signature-unknown', 'signature-invalid']).toContain(code);
      }),
      { numRuns: 300 },
    ));

  it.each([
    ['no signature', `${text}\n`],
    ['no blank line', text],
    ['no newline at the end', note.slice(0, -1)],
    ['a carriage return', note.replace('\n', '\r\n')],
    ['a lone surrogate', `\ud800${note}`],
    ['a hyphen for the dash', note.replace('— ', '- ')],
    ['two spaces', note.replace('— ', '—  ')],
    ['no padding', note.replaceAll('=\n', '\n')],
    ['too many signatures', note + signatureLine(text, signer).repeat(100)],
    ['nothing', ''],
  ])('are refused with %s', async (_what, bad) => {
    expect(await logCodeOf(() => openNote(bad, verifiers))).toBe('note-invalid');
  });

  it('are not made of a text that is none', async () => {
    for (const bad of ['no newline', 'a tab\t\n', '']) {
      expect(await logCodeOf(() => signNote(bad, [signer]))).toBe('note-invalid');
    }
  });
});

describe('keys', () => {
  it.each([
    ['another id', 'example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
    ['an id in upper case', 'example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
    ['an unknown type', 'example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
    ['a short key', 'example.com/foo+530d903a+AekyeRrm'],
    ['no name', '+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
    ['a space', 'example com+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
    ['nothing', ''],
  ])('with %s are refused', async (_what, key) => {
    expect(await logCodeOf(() => parseVerifier(key))).toBe('key-invalid');
  });

  it('of small order are refused: anybody could sign', async () => {
    const identity = Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0));
    expect(await logCodeOf(() => makeVerifier('log', 'ed25519', identity))).toBe('key-invalid');
  });

  it('are another key for another use', () => {
    const { publicKey } = signer.verifier;
    expect(makeVerifier('w', 'ed25519', publicKey).keyId).not.toBe(
      makeVerifier('w', 'cosignature', publicKey).keyId,
    );
  });
});

describe('checkpoints', () => {
  const root = bytes32('root');

  it('are read as they were written, extensions included', () => {
    const written = encodeCheckpoint({ origin, size: 12, root });
    expect(parseCheckpoint(written)).toEqual({ origin, size: 12, root, extensions: [] });
    expect(parseCheckpoint(`${written}more\n`).extensions).toEqual(['more']);
  });

  it('of the log alone count: a witness can not speak for it', async () => {
    const open = (note: string, as = origin) => openCheckpoint({ note, origin: as, verifiers });
    expect(open(signNote(text, [signer, witness])).signatures).toHaveLength(2);
    expect(await logCodeOf(() => open(signNote(text, [witness])))).toBe('signature-unknown');
    expect(await logCodeOf(() => open(signNote(text, [signer]), 'another.example'))).toBe('origin-mismatch');
  });

  it('cosigned at another time than is said are refused', async () => {
    const later = cosigner('witness.example/w1', bytes32('the key of a witness'), 1_790_000_001);
    const lie = {
      ...later,
      sign: (of: string) => Uint8Array.from([...later.sign(of).slice(0, 8), ...witness.sign(of).slice(8)]),
    };
    const note = signNote(text, [signer, lie]);
    expect(await logCodeOf(() => openCheckpoint({ note, origin, verifiers }))).toBe('signature-invalid');
  });

  const encoded = toBase64(root);
  it.each([
    ['two lines', `${origin}\n1\n`],
    ['no origin', `\n1\n${encoded}\n`],
    ['a leading zero', `${origin}\n01\n${encoded}\n`],
    ['a sign', `${origin}\n+1\n${encoded}\n`],
    ['a size that is not exact', `${origin}\n9007199254740993\n${encoded}\n`],
    ['a short root', `${origin}\n1\n${encoded.slice(4)}\n`],
    [
      'a root with stray bits',
      `${origin}\n1\n${encoded.slice(0, -2)}${encoded.at(-2) === 'B' ? 'C' : 'B'}=\n`,
    ],
    ['a root of an empty tree that is none', `${origin}\n0\n${encoded}\n`],
    ['an empty line', `${origin}\n1\n${encoded}\n\n`],
    ['no newline at the end', `${origin}\n1\n${encoded}`],
  ])('are refused with %s', async (_what, bad) => {
    expect(await logCodeOf(() => parseCheckpoint(bad))).toBe('checkpoint-invalid');
  });

  it('are not written with an origin of two lines', async () => {
    const bad = { origin: `${origin}\n7`, size: 1, root };
    expect(await logCodeOf(() => encodeCheckpoint(bad))).toBe('checkpoint-invalid');
  });
});

it('no decoder throws anything but a LogError', () => {
  const decoders = [
    (input: string) => openNote(input, verifiers),
    (input: string) => openNote(`${input}\n\n— ${input} ${input}\n`, verifiers),
    (input: string) => openNote(`a\n\n— ${origin} ${input}\n`, verifiers),
    parseCheckpoint,
    (input: string) => parseCheckpoint(`${input}\n${input}\n${input}\n`),
    parseVerifier,
    (input: string) => parseVerifier(`${input}+00000000+${input}`),
  ];
  const inputs = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.uint8Array().map(toBase64));
  fc.assert(
    fc.property(inputs, fc.constantFrom(...decoders), (input, decode) => {
      try {
        decode(input);
      } catch (error) {
        expect(error).toBeInstanceOf(LogError);
      }
    }),
    { numRuns: 2000 },
  );
});

it('base64 has one form', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
  for (const bad of ['A', 'AA', 'AAA', 'AB==', 'AA=', 'A===', '====', 'AA-_', 'AA==\n', ' AA==']) {
    expect(fromBase64(bad)).toBeUndefined();
  }
});
