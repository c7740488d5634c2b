import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '@teahouse/kit/secrets';

/** Uses of a keyed hash: each has a label of its own, so that a value of one never fits another. */
type MacUse =
  | 'sign-up-code'
  | 'sign-up-account'
  | 'work-code'
  | 'letter-code'
  | 'known-browser'
  | 'reset-code'
  | 'email-code'
  | 'challenge'
  | 'company-claim'
  | 'guard';

/** Keys that live in files, never in the database: its copy alone lets nobody guess mailboxes, codes or passwords. */
export interface Keys {
  /** HMAC-SHA-256 of a canonical mailbox under `pin.key`. protocol.md 1.1. */
  pin(mailbox: string): Buffer;
  /** HMAC-SHA-256 of a staff number as it is compared, likewise; no mailbox has the same text. */
  staffPin(company: string, number: string): Buffer;
  /** HMAC-SHA-256 of texts under `code.key`. */
  mac(use: MacUse, ...parts: readonly string[]): Buffer;
  /** HMAC-SHA-256 of a session's cookie under `session.key`: whoever has that key can sign in as anybody. */
  seal(bytes: Uint8Array): Buffer;
  /** Mixed into every argon2id hash. */
  readonly password: Uint8Array;
  /** Is this the operator's bearer token? Takes the same time whatever the answer. */
  isOperator(token: string): boolean;
}

/** Opens the keys of a secrets folder, and makes those that are missing. */
export function openKeys(secrets: Secrets): Keys {
  const key = (name: string) => secrets.readOrCreate(name, () => new Uint8Array(randomBytes(32)));
  const pinKey = key('pin.key');
  const codeKey = key('code.key');
  const sessionKey = key('session.key');
  const password = key('password.key');
  const operator = secrets.readOrCreate('operator.token', () =>
    Buffer.from(randomBytes(32).toString('base64url')),
  );
  const operatorHash = sha256(Buffer.from(operator).toString('utf8').trim());
  return {
    pin: (mailbox) => createHmac('sha256', pinKey).update(mailbox).digest(),
    staffPin: (company, number) =>
      createHmac('sha256', pinKey)
        .update(JSON.stringify(['staff', company, number]))
        .digest(),
    mac: (use, ...parts) =>
      createHmac('sha256', codeKey)
        .update(JSON.stringify([use, ...parts]))
        .digest(),
    seal: (bytes) => createHmac('sha256', sessionKey).update(bytes).digest(),
    password,
    isOperator: (token) => timingSafeEqual(sha256(token), operatorHash),
  };
}

/** SHA-256 of a text: how tokens of cookies are kept. */
export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
