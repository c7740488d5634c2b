import { Secret, TOTP } from 'otpauth';
import type { DeskKeys } from '../keys.ts';

/*
 * Codes of RFC 6238: SHA-1, six digits, steps of 30 seconds, as every authenticator knows them. What is kept is the
 * secret (20 bytes) and behind it the last step that counted (8), sealed together: no code counts twice, and when
 * somebody last signed in is not to be read in the database.
 */
const secretLength = 20;
const period = 30;
/** Steps to either side that count too: clocks of phones differ (RFC 6238, 5.2). */
const window = 1;

const totpOf = (secret: Uint8Array, name = '', issuer = '') =>
  new TOTP({ issuer, label: name, secret: new Secret({ buffer: new Uint8Array(secret).buffer }), period });

/** The secret to type, and as the `otpauth:` address that a camera reads. */
export function describeSecret(
  secret: Uint8Array,
  i: { name: string; instance: string },
): { secret: string; uri: string } {
  const totp = totpOf(secret, i.name, i.instance);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The time step that a code is of; undefined for one of none near. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta;
}

/** Seals a secret with the step that counted last. */
export function sealTotp(keys: DeskKeys, staff: string, secret: Uint8Array, step: number): Buffer {
  const text = Buffer.alloc(secretLength + 8);
  text.set(secret);
  text.writeBigUInt64BE(BigInt(step), secretLength);
  return keys.seal(staff, text);
}

/** What is to be kept instead when a code counts; undefined where it does not, or one of its step or later did before. */
export function useCode(
  keys: DeskKeys,
  kept: { readonly id: string; readonly totp: Uint8Array },
  code: string,
  now: Date,
): Buffer | undefined {
  const text = keys.open(kept.id, kept.totp);
  const secret = text.subarray(0, secretLength);
  const step = stepOf(secret, code, now);
  if (step === undefined || step <= Number(text.readBigUInt64BE(secretLength))) return undefined;
  return sealTotp(keys, kept.id, secret, step);
}
