import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealSession, unsealSession } from './seal.ts';

const macOf = (key: Uint8Array) => (bytes: Uint8Array) => createHmac('sha256', key).update(bytes).digest();
const mac = macOf(randomBytes(32));
const sessions = fc.record({
  session: fc.uuid({ version: 4 }),
  account: fc.uuid({ version: 4 }),
  generation: fc.nat({ max: 2 ** 31 - 1 }),
  expires: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
});

describe('a sealed session', () => {
  it('opens as it was sealed, as text that a cookie can hold', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const sealed = sealSession(mac, session);
        expect(sealed).toMatch(/^[\w-]{98}$/);
        expect(unsealSession(mac, sealed)).toEqual(session);
      }),
    );
  });

  it('does not open with one character altered, left out or added', () => {
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ ';
    fc.assert(
      fc.property(sessions, fc.nat(97), fc.constantFrom(...digits), (session, at, digit) => {
        const sealed = sealSession(mac, session);
        const [before, after] = [sealed.slice(0, at), sealed.slice(at + 1)];
        fc.pre(sealed[at] !== digit);
        for (const text of [before + digit + after, before + after, before + digit + sealed[at] + after]) {
          expect(unsealSession(mac, text)).toBeUndefined();
        }
      }),
    );
  });

  it('does not open under another key, and nothing opens that was not sealed', () => {
    const other = macOf(randomBytes(32));
    fc.assert(
      fc.property(sessions, (session) => unsealSession(other, sealSession(mac, session)) === undefined),
    );
    fc.assert(fc.property(fc.string(), (text) => unsealSession(mac, text) === undefined));
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 73, maxLength: 73 }),
        (bytes) => unsealSession(mac, Buffer.from(bytes).toString('base64url')) === undefined,
      ),
    );
  });

  it('of another version does not open, though its MAC holds', () => {
    const body = Buffer.alloc(41, 2);
    const sealed = Buffer.concat([body, mac(body)]).toString('base64url');
    expect(unsealSession(mac, sealed)).toBeUndefined();
  });
});
