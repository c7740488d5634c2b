import { timingSafeEqual } from 'node:crypto';
import type { DeskKeys } from '../keys.ts';

/** What a sign-in is: all of it is in its cookie, and nothing of it in the database. */
export interface Session {
  readonly staff: string;
  /** Of the account, when the cookie was made: raised, it ends all sign-ins. */
  readonly generation: number;
  /** Until when it counts, milliseconds since 1970. */
  readonly until: number;
}

const version = 1;
const bodyLength = 1 + 16 + 4 + 8;
const length = bodyLength + 32;

/** Base64url of version (1 byte), account (16), generation (4), end (8), HMAC-SHA-256 (32). */
export function sealSession(keys: DeskKeys, { staff, generation, until }: Session): string {
  const body = Buffer.alloc(bodyLength);
  body.writeUInt8(version, 0);
  uuidBytes(staff).copy(body, 1);
  body.writeUInt32BE(generation, 17);
  body.writeBigUInt64BE(BigInt(until), 21);
  return Buffer.concat([body, keys.mac('session', body)]).toString('base64url');
}

/** What was sealed; nothing for whatever else. Whether it has ended is for others to say. */
export function unsealSession(keys: DeskKeys, text: string): Session | undefined {
  const sealed = Buffer.from(text, 'base64url');
  if (sealed.length !== length || sealed.toString('base64url') !== text) return undefined;
  const body = sealed.subarray(0, bodyLength);
  if (!timingSafeEqual(keys.mac('session', body), sealed.subarray(bodyLength))) return undefined;
  if (body.readUInt8(0) !== version) return undefined;
  return {
    staff: uuidText(body.subarray(1, 17)),
    generation: body.readUInt32BE(17),
    until: Number(body.readBigUInt64BE(21)),
  };
}

/** The 16 bytes of a uuid; a passkey carries them as its user handle. */
export const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const uuidText = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
