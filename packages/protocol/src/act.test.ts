import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActHeader,
  actId,
  bodyHash,
  decodeHeader,
  encodeHeader,
  isActPublicKey,
  signAct,
  verifyAct,
} from './act.ts';
import { decodeBody, encodeBody } from './body.ts';
import { hex } from './bytes.ts';
import { type CborValue, decodeCbor, encodeCbor } from './cbor.ts';
import { actKey } from './seed.ts';
import { bytes32, codeOf, flipBit } from './testing.ts';

const opening: ActHeader = {
  v: 1,
  type: 'post',
  instance: 'tea.example',
  room: 'square',
  thread: null,
  target: null,
  nonces: [bytes32('n0'), bytes32('n1')],
  prev: null,
  body: bytes32('body'),
};
const reply: ActHeader = {
  ...opening,
  thread: bytes32('thread'),
  target: bytes32('post'),
  nonces: [bytes32('n0')],
};
const edit: ActHeader = { ...reply, type: 'edit', prev: bytes32('post') };
const removal: ActHeader = { ...edit, type: 'delete' };
const first: ActHeader = { ...reply, type: 'react' };
const ballot: ActHeader = { ...edit, type: 'ballot' };
const report: ActHeader = { ...reply, type: 'report' };
const appeal: ActHeader = { ...reply, type: 'appeal' };

describe('headers', () => {
  it.each([opening, reply, edit, removal, first, ballot, report, appeal])(
    'give back what was put in ($type)',
    (header) => {
      expect(decodeHeader(encodeHeader(header))).toEqual(header);
    },
  );

  it.each<[string, object]>([
    ['another version', { ...opening, v: 2 }],
    ['an unknown type', { ...reply, type: 'like' }],
    ['a reaction to nothing', { ...reply, type: 'react', target: null }],
    ['a ballot outside a thread', { ...reply, type: 'ballot', thread: null }],
    ['a ballot that pays', { ...reply, type: 'ballot', nonces: opening.nonces }],
    ['a report of nothing', { ...report, target: null }],
    ['a second report in the place of the first', { ...report, prev: bytes32('x') }],
    ['an appeal that follows another', { ...appeal, prev: bytes32('x') }],
    ['a field too many', { ...opening, pseudonym: bytes32('x') }],
    ['an instance with a space', { ...opening, instance: 'tea example' }],
    ['a room in capitals', { ...opening, room: 'Square' }],
    ['a target without a thread', { ...opening, target: bytes32('x') }],
    ['a thread without a target', { ...reply, target: null }],
    ['an edit outside a thread', { ...edit, thread: null }],
    ['an edit of nothing', { ...edit, target: null }],
    ['an edit without prev', { ...edit, prev: null }],
    ['a post with prev', { ...reply, prev: bytes32('x') }],
    ['a short hash', { ...reply, thread: new Uint8Array(31) }],
    ['a body that is no hash', { ...reply, body: null }],
    ['a thread for one token', { ...opening, nonces: [bytes32('n0')] }],
    ['a reply for two tokens', { ...reply, nonces: opening.nonces }],
    ['no nonce', { ...reply, nonces: [] }],
    ['the same nonce twice', { ...opening, nonces: [bytes32('n0'), bytes32('n0')] }],
    ['a nonce that is a text', { ...reply, nonces: ['n'.repeat(32)] }],
  ])('are not made with %s, nor read', (_, header) => {
    expect(codeOf(() => encodeHeader(header as ActHeader))).toBe('header-invalid');
    expect(codeOf(() => decodeHeader(encodeCbor(header as CborValue)))).toBe('header-invalid');
  });

  it('lack no field', () => {
    for (const name of Object.keys(opening)) {
      const { [name]: _, ...rest } = opening as unknown as Record<string, CborValue>;
      expect(codeOf(() => decodeHeader(encodeCbor(rest)))).toBe('header-invalid');
    }
  });

  it('are refused beyond their limit before they are read', () => {
    expect(codeOf(() => decodeHeader(new Uint8Array(1025)))).toBe('header-invalid');
  });

  it('are refused with one code, whatever the bytes', () => {
    const near = fc
      .tuple(fc.constantFrom(opening, reply, edit, removal), fc.nat(), fc.nat({ max: 255 }))
      .map(([header, at, byte]) => {
        const bytes = encodeHeader(header);
        bytes[at % bytes.length] = byte;
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), near), (bytes) => {
        try {
          expect(hex(encodeHeader(decodeHeader(bytes)))).toBe(hex(bytes));
        } catch (error) {
          expect(error).toMatchObject({ code: 'header-invalid' });
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('bodies', () => {
  it('give back what was put in', () => {
    expect(decodeBody(opening, encodeBody(opening, { title: '茶', text: '水开了', lang: 'zh' }))).toEqual({
      title: '茶',
      text: '水开了',
      lang: 'zh',
    });
    expect(decodeBody(edit, encodeBody(edit, { text: 'Tea.' }))).toEqual({ text: 'Tea.' });
    expect(decodeBody(removal, encodeBody(removal, {}))).toEqual({});
  });

  it.each<[string, ActHeader, CborValue, string]>([
    ['a thread without a title', opening, { text: 'a' }, 'body-invalid'],
    ['a reply with a title', reply, { text: 'a', title: 'b' }, 'body-invalid'],
    ['a reply without a text', reply, {}, 'body-invalid'],
    ['an edit with a language', edit, { text: 'a', lang: 'zh' }, 'body-invalid'],
    ['a deletion that says something', removal, { text: 'a' }, 'body-invalid'],
    ['an unknown language', reply, { text: 'a', lang: 'fr' }, 'body-invalid'],
    ['a list', reply, ['a'], 'body-invalid'],
    ['an empty text', reply, { text: '' }, 'text-invalid'],
    ['bytes for a text', reply, { text: Uint8Array.of(65) }, 'text-invalid'],
    ['a title of two lines', opening, { text: 'a', title: 'b\nc' }, 'title-invalid'],
  ])('are not read with %s', (_, header, value, code) => {
    expect(codeOf(() => decodeBody(header, encodeCbor(value)))).toBe(code);
  });

  it('are refused beyond their limit before they are read', () => {
    expect(codeOf(() => decodeBody(reply, new Uint8Array(48 * 1024 + 1)))).toBe('body-invalid');
    expect(codeOf(() => encodeBody(reply, { text: '茶'.repeat(10_001) }))).toBe('text-invalid');
    expect(encodeBody(reply, { text: '🍵'.repeat(10_000) }).length).toBeLessThan(48 * 1024);
  });

  it('are refused with their own codes, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(['body-invalid', 'text-invalid']).toContain(codeOf(() => decodeBody(reply, bytes)));
      }),
    );
  });
});

describe('hashes and signatures', () => {
  const key = actKey(bytes32('seed'), bytes32('context'));
  const header = encodeHeader(reply);
  const signature = signAct(key.privateKey, header);

  it('bind a body by salt and content', () => {
    const body = encodeBody(reply, { text: 'a' });
    const all = [
      bodyHash(bytes32('s'), body),
      bodyHash(bytes32('t'), body),
      bodyHash(bytes32('s'), encodeCbor({ text: 'b' })),
    ];
    expect(new Set(all.map(hex)).size).toBe(3);
    expect(codeOf(() => bodyHash(new Uint8Array(8), body))).toBe('body-invalid');
  });

  it('hold for the header, the key and the signature as they were made', () => {
    expect(verifyAct(key.publicKey, header, signature)).toBe(true);
  });

  it('do not hold when any bit changes', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('key', 'header', 'signature'), (place, part) => {
        const change = (name: string, bytes: Uint8Array) => (name === part ? flipBit(bytes, place) : bytes);
        const held = verifyAct(
          change('key', key.publicKey),
          change('header', header),
          change('signature', signature),
        );
        expect(held).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('are false, and never an exception, for malformed keys and signatures', () => {
    expect(verifyAct(new Uint8Array(32), header, signature)).toBe(false);
    expect(verifyAct(new Uint8Array(31), header, signature)).toBe(false);
    expect(verifyAct(new Uint8Array(32).fill(255), header, signature)).toBe(false);
    expect(verifyAct(key.publicKey, header, new Uint8Array(63))).toBe(false);
    expect(codeOf(() => signAct(new Uint8Array(31), header))).toBe('key-invalid');
  });

  it('take no key under which anybody could sign', () => {
    expect(isActPublicKey(key.publicKey)).toBe(true);
    const identity = Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0));
    const ofOrderFour = new Uint8Array(32);
    const notCanonical = new Uint8Array(32).fill(0xff);
    for (const bad of [identity, ofOrderFour, notCanonical, key.publicKey.subarray(1)]) {
      expect(isActPublicKey(bad)).toBe(false);
    }
  });

  it('name an act by its header', () => {
    expect(hex(actId(header))).not.toBe(hex(actId(encodeHeader(edit))));
    expect(decodeCbor(header)).toMatchObject({ type: 'post' });
  });
});
