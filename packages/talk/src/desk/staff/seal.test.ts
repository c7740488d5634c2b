import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSecrets } from '@teahouse/kit/secrets';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openDeskKeys } from '../keys.ts';
import { sealSession, unsealSession } from './seal.ts';

const folder = mkdtempSync(join(tmpdir(), 'teahouse-desk-'));
const keys = openDeskKeys(openSecrets(join(folder, 'one')));
afterAll(() => rmSync(folder, { recursive: true }));

const sessions = fc.record({
  staff: fc.uuid({ version: 4 }),
  generation: fc.nat({ max: 2 ** 31 - 1 }),
  until: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
});

describe('a sealed sign-in', () => {
  it('opens as it was sealed, as text that a cookie can hold', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const sealed = sealSession(keys, session);
        expect(sealed).toMatch(/^[\w-]{82}$/);
        expect(unsealSession(keys, sealed)).toEqual(session);
      }),
    );
  });

  it('does not open with one character altered, left out or added', () => {
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ ';
    fc.assert(
      fc.property(sessions, fc.nat(81), fc.constantFrom(...digits), (session, at, digit) => {
        const sealed = sealSession(keys, session);
        const [before, after] = [sealed.slice(0, at), sealed.slice(at + 1)];
        fc.pre(sealed[at] !== digit);
        for (const text of [before + digit + after, before + after, before + digit + sealed[at] + after])
          expect(unsealSession(keys, text)).toBeUndefined();
      }),
    );
  });

  it('does not open under another key, which stays the same from one start to the next', () => {
    const other = openDeskKeys(openSecrets(join(folder, 'two')));
    const again = openDeskKeys(openSecrets(join(folder, 'one')));
    fc.assert(
      fc.property(sessions, (session) => {
        const sealed = sealSession(keys, session);
        expect(unsealSession(other, sealed)).toBeUndefined();
        expect(unsealSession(again, sealed)).toEqual(session);
      }),
    );
  });
});

describe('what is sealed of an authenticator', () => {
  it('opens for its owner alone, as it was', () => {
    const sealed = keys.seal('mo', Buffer.from('secret'));
    expect(keys.open('mo', sealed).toString()).toBe('secret');
    expect(() => keys.open('bo', sealed)).toThrow();
    for (let i = 0; i < sealed.length; i++) {
      const altered = Buffer.from(sealed);
      altered[i]! ^= 1;
      expect(() => keys.open('mo', altered)).toThrow();
    }
  });
});
