import { timingSafeEqual } from 'node:crypto';
import { dayOf } from '@teahouse/protocol';

/** What a session is: all of it is in its cookie, and nothing of it in the database. */
export interface Session {
  /** Random uuid (v4). */
  readonly session: string;
  readonly account: string;
  /** Of the account, when the cookie was made. */
  readonly generation: number;
  /** Last day on which it counts, UTC. */
  readonly expires: string;
}

/** HMAC-SHA-256 under `session.key`. */
type Mac = (bytes: Uint8Array) => Buffer;

const version = 1;
const bodyLength = 1 + 16 + 16 + 4 + 4;
const length = bodyLength + 32;
const dayMilliseconds = 86_400_000;

/** Base64url of version (1 byte), session (16), account (16), generation (4), last day since 1970 (4), HMAC (32). */
export function sealSession(mac: Mac, { session, account, generation, expires }: Session): string {
  const body = Buffer.alloc(bodyLength);
  body.writeUInt8(version, 0);
  uuidBytes(session).copy(body, 1);
  uuidBytes(account).copy(body, 17);
  body.writeUInt32BE(generation, 33);
  body.writeUInt32BE(Date.parse(expires) / dayMilliseconds, 37);
  return Buffer.concat([body, mac(body)]).toString('base64url');
}

/** What was sealed; nothing for whatever else. Whether it has expired or was ended is for others to say. */
export function unsealSession(mac: Mac, text: string): Session | undefined {
  const sealed = Buffer.from(text, 'base64url');
  if (sealed.length !== length || sealed.toString('base64url') !== text) return undefined;
  const body = sealed.subarray(0, bodyLength);
  if (!timingSafeEqual(mac(body), sealed.subarray(bodyLength))) return undefined;
  if (body.readUInt8(0) !== version) return undefined;
  return {
    session: uuidText(body.subarray(1, 17)),
    account: uuidText(body.subarray(17, 33)),
    generation: body.readUInt32BE(33),
    expires: dayOf(new Date(body.readUInt32BE(37) * dayMilliseconds)),
  };
}

export const uuidBytes = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex');
export const uuidText = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
