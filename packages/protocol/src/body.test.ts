import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActBody,
  type BodyPlace,
  decodeBody,
  encodeBody,
  houseRules,
  reactionKinds,
  verdictKinds,
} from './body.ts';
import { hex } from './bytes.ts';
import { type CborValue, encodeCbor } from './cbor.ts';
import { protocolLimits } from './limits.ts';
import { bytes32, codeOf } from './testing.ts';

const at = (type: BodyPlace['type'], nonces = 1): BodyPlace => ({
  type,
  thread: bytes32('thread'),
  nonces: Array(nonces).fill(null),
});
const thread: BodyPlace = { type: 'post', thread: null, nonces: [null, null] };
const withPictures = { post: at('post', 3), thread: { ...thread, nonces: [null, null, null] } };
const places = [thread, withPictures.thread, withPictures.post].concat(
  (['post', 'edit', 'delete', 'react', 'ballot', 'report', 'appeal'] as const).map((type) => at(type)),
);

/** Any line, in one form and without what hides. */
const line = (most: number) => fc.stringMatching(new RegExp(`^[a-z茶水]{1,${most}}$`));
const mentions = fc
  .uniqueArray(fc.uint8Array({ minLength: 48, maxLength: 48 }), {
    minLength: 1,
    maxLength: protocolLimits.mentionsPerPost,
    selector: hex,
  })
  .map((list) => list as ActBody['mentions']);
const pictures = fc.uniqueArray(
  fc.record(
    {
      hash: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      width: fc.integer({ min: 1, max: protocolLimits.pictureSide }),
      height: fc.integer({ min: 1, max: protocolLimits.pictureSide }),
      alt: line(30),
    },
    { requiredKeys: ['hash', 'width', 'height'] },
  ),
  { minLength: 1, maxLength: protocolLimits.picturesPerPost, selector: ({ hash }) => hex(hash) },
);
const poll = fc.record({
  options: fc.uniqueArray(line(20), {
    minLength: protocolLimits.pollOptionsLeast,
    maxLength: protocolLimits.pollOptions,
  }),
  multiple: fc.boolean(),
  voters: fc.constantFrom('everyone', 'colleagues'),
});
const choices = fc
  .uniqueArray(fc.nat(protocolLimits.pollOptions - 1), { minLength: 1 })
  .map((list) => list.toSorted((a, b) => a - b));
const lang = fc.constantFrom('zh' as const, 'en' as const);
const record = fc.record;
const said = { text: line(50), lang };

/** A place and any body that belongs there. */
const anyBody: fc.Arbitrary<[BodyPlace, ActBody]> = fc.oneof(
  fc.tuple(
    fc.constant(thread),
    record({ ...said, title: line(20), poll }, { requiredKeys: ['text', 'title'] }),
  ),
  fc.tuple(
    fc.constant(withPictures.thread),
    record({ ...said, title: line(20), poll, pictures }, { requiredKeys: ['text', 'title', 'pictures'] }),
  ),
  fc.tuple(fc.constant(at('post')), record({ ...said, mentions }, { requiredKeys: ['text'] })),
  fc.tuple(
    fc.constant(withPictures.post),
    record({ ...said, mentions, pictures }, { requiredKeys: ['text', 'pictures'] }),
  ),
  fc.tuple(
    fc.constant(at('edit')),
    record({ text: line(50), title: line(20), mentions }, { requiredKeys: ['text'] }),
  ),
  fc.tuple(fc.constant(at('delete')), fc.constant({})),
  fc.tuple(
    fc.constant(at('react')),
    record({ reaction: fc.constantFrom(...reactionKinds) }, { requiredKeys: [] }),
  ),
  fc.tuple(
    fc.constant(at('ballot')),
    fc.oneof(record({ choices }), record({ verdict: fc.constantFrom(...verdictKinds) })),
  ),
  fc.tuple(
    fc.constant(at('report')),
    record({ rule: fc.constantFrom(...houseRules), text: line(50) }, { requiredKeys: ['rule'] }),
  ),
  fc.tuple(
    fc.constant(at('appeal')),
    record({ text: line(50), decision: fc.uint8Array({ minLength: 32, maxLength: 32 }) }),
  ),
) as fc.Arbitrary<[BodyPlace, ActBody]>;

describe('a body', () => {
  it('gives back what was put in, and has one form', () => {
    fc.assert(
      fc.property(anyBody, ([place, body]) => {
        const bytes = encodeBody(place, body);
        expect(decodeBody(place, bytes)).toEqual(body);
        expect(encodeBody(place, decodeBody(place, bytes))).toEqual(bytes);
      }),
      { numRuns: 500 },
    );
  });

  it('of any bytes is refused by a code, or reads back to the same bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      // Bytes that nearly are some body.
      fc.tuple(anyBody, fc.nat(), fc.integer({ min: 0, max: 255 })).map(([[place, body], where, value]) => {
        const made = encodeBody(place, body);
        made[where % made.length] = value;
        return made;
      }),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom(...places), (input, place) => {
        try {
          expect(encodeBody(place, decodeBody(place, input))).toEqual(input);
        } catch (error) {
          expect(
            codeOf(() => {
              throw error;
            }),
          ).toMatch(/^(body|text|title)-invalid$/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('of any value is refused by a code, or keeps every field', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...places), (value, place) => {
        const read = () => encodeBody(place, value as ActBody);
        try {
          expect(decodeBody(place, read())).toEqual(value);
        } catch {
          expect(codeOf(read)).toMatch(/^(body|text|title)-invalid$/);
        }
      }),
    );
  });

  const tea = { options: ['Tea', 'Water'], multiple: false, voters: 'everyone' };
  const picture = { hash: bytes32('p'), width: 1, height: 1 };
  const name = new Uint8Array(48);
  it.each<[string, BodyPlace, object]>([
    ['a reaction that is none', at('react'), { reaction: 'like' }],
    ['a reaction with words', at('react'), { reaction: 'hug', text: 'x' }],
    ['an empty ballot', at('ballot'), {}],
    ['a ballot on two things', at('ballot'), { choices: [0], verdict: 'confirm' }],
    ['a verdict that is none', at('ballot'), { verdict: 'maybe' }],
    ['no choice', at('ballot'), { choices: [] }],
    ['a choice twice', at('ballot'), { choices: [1, 1] }],
    ['choices out of order', at('ballot'), { choices: [1, 0] }],
    ['a choice below nothing', at('ballot'), { choices: [-1] }],
    ['a choice that no poll has', at('ballot'), { choices: [protocolLimits.pollOptions] }],
    ['a poll in a reply', at('post'), { text: 'x', poll: tea }],
    ['a poll in an edit', at('edit'), { text: 'x', poll: tea }],
    ['a poll of one option', thread, { text: 'x', title: 'x', poll: { ...tea, options: ['Tea'] } }],
    ['a poll of nine', thread, { text: 'x', title: 'x', poll: { ...tea, options: [...'123456789'] } }],
    ['an option twice', thread, { text: 'x', title: 'x', poll: { ...tea, options: ['Tea', 'Tea'] } }],
    ['an empty option', thread, { text: 'x', title: 'x', poll: { ...tea, options: ['Tea', ''] } }],
    ['a long option', thread, { text: 'x', title: 'x', poll: { ...tea, options: ['Tea', 'x'.repeat(61)] } }],
    ['voters that are none', thread, { text: 'x', title: 'x', poll: { ...tea, voters: 'me' } }],
    ['pictures that were not paid for', at('post'), { text: 'x', pictures: [picture] }],
    ['no pictures though paid for', withPictures.post, { text: 'x' }],
    ['a picture twice', withPictures.post, { text: 'x', pictures: [picture, picture] }],
    ['a picture without a size', withPictures.post, { text: 'x', pictures: [{ ...picture, width: 0 }] }],
    ['a mention twice', at('post'), { text: 'x', mentions: [name, name] }],
    ['a mention that is no pseudonym', at('post'), { text: 'x', mentions: [bytes32('x')] }],
    ['a report without a rule', at('report'), { text: 'x' }],
    ['a rule that is none', at('report'), { rule: 'rude' }],
    ['a long report', at('report'), { rule: 'insult', text: 'x'.repeat(501) }],
    ['an appeal against nothing', at('appeal'), { text: 'x' }],
    ['an appeal against a short hash', at('appeal'), { text: 'x', decision: new Uint8Array(31) }],
    ['a long appeal', at('appeal'), { text: 'x'.repeat(2001), decision: bytes32('d') }],
    ['words in a deletion', at('delete'), { text: 'x' }],
  ])('is none with %s', (_, place, body) => {
    expect(codeOf(() => encodeBody(place, body as ActBody))).toBe('body-invalid');
    expect(codeOf(() => decodeBody(place, encodeCbor(body as CborValue)))).toBe('body-invalid');
  });
});
