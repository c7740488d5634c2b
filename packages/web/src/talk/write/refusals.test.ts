import { talkErrors } from '@teahouse/contract/talk';
import { describe, expect, test } from 'vitest';
import { remediesOf } from './refusals.ts';

/** Codes after which the very same words can never be taken in that place. */
const final = [
  ...['unknown-post', 'unknown-thread', 'post-deleted', 'not-author', 'edits-exhausted'],
  ...['act-too-long', 'text-invalid', 'title-invalid', 'ballot-closed', 'ballot-foreign'],
];

describe('what can be done about a refusal', () => {
  test('is not to send again what can never be taken', () => {
    for (const code of final) expect([code, remediesOf(code)]).toEqual([code, []]);
  });

  test('is to send again where another token, key or proof goes along', () => {
    for (const code of Object.keys(talkErrors).filter((one) => one.startsWith('token-'))) {
      expect(remediesOf(code)).toContain('again');
    }
    for (const code of ['presentation-invalid', 'epoch-stale', 'credential-missing']) {
      expect(remediesOf(code)).toEqual(['papers', 'again']);
    }
  });

  test('is to wait for the log where that has stopped the client', () => {
    for (const code of ['log-forked', 'log-rolled-back', 'log-key-changed']) {
      expect(remediesOf(code)).toEqual(['log']);
    }
  });

  test('is another try for a code that nobody foresaw, whatever it is called', () => {
    for (const code of ['internal', 'teapot', 'constructor', '__proto__']) {
      expect(remediesOf(code)).toEqual(['again']);
    }
  });
});
