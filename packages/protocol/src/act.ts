import { ed25519 } from '@noble/curves/ed25519.js';
import type { BodyPlace } from './body.ts';
import { concat, equal, utf8 } from './bytes.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { isInstance } from './context.ts';
import { isSlug } from './credential.ts';
import { asProtocolError, ProtocolError } from './errors.ts';
import { domainHash } from './hash.ts';
import { protocolLimits } from './limits.ts';
import { isBytes, mapWith } from './shape.ts';

export type ActType = BodyPlace['type'];

/** What is signed. protocol.md 4. Hashes and nonces are 32 bytes. */
export interface ActHeader {
  readonly v: 1;
  readonly type: ActType;
  readonly instance: string;
  readonly room: string;
  /** Id of the thread; null when this post opens it. */
  readonly thread: Uint8Array | null;
  /** Post: the parent's act id, null when this opens a thread. Any other: the post's act id. */
  readonly target: Uint8Array | null;
  /** Of the tokens spent (thread 2, reply 1, with pictures 3); an act that spends none: one random nonce. */
  readonly nonces: readonly Uint8Array[];
  /** Id of the key's last act on the target; null for a post, and for the first reaction or ballot. */
  readonly prev: Uint8Array | null;
  /** `bodyHash(salt, body)`. */
  readonly body: Uint8Array;
}

const HEADER_KEYS = ['v', 'type', 'instance', 'room', 'thread', 'target', 'nonces', 'prev', 'body'];
const SIGNATURE_DOMAIN = utf8('teahouse/v1/act\0');

/** Canonical bytes of a header. Throws `header-invalid`. */
export function encodeHeader(header: ActHeader): Uint8Array {
  const bytes = asProtocolError('header-invalid', 'not encodable', () =>
    encodeCbor({ ...checkHeader(header) }),
  );
  if (bytes.length > protocolLimits.headerBytes) throw new ProtocolError('header-invalid', 'too long');
  return bytes;
}

/** The header of canonical bytes. Throws `header-invalid`. */
export function decodeHeader(bytes: Uint8Array): ActHeader {
  if (bytes.length > protocolLimits.headerBytes) throw new ProtocolError('header-invalid', 'too long');
  return asProtocolError('header-invalid', 'not canonical CBOR', () => checkHeader(decodeCbor(bytes)));
}

function checkHeader(value: unknown): ActHeader {
  const header = mapWith(value, HEADER_KEYS);
  demandHeader(header !== null, 'not the fields of a header');
  const { type, thread, target, prev, nonces } = header;
  demandHeader(header.v === 1, 'another version');
  demandHeader(isActType(type), 'no such type');
  demandHeader(isInstance(header.instance), 'instance is not a name');
  demandHeader(isSlug(header.room), 'room is not an id');
  demandHeader(isHashOrNull(thread) && isHashOrNull(target) && isHashOrNull(prev), 'hashes have 32 bytes');
  demandHeader(isBytes(header.body, 32), 'body is not a hash');
  demandHeader(
    type === 'post' ? (thread === null) === (target === null) : thread !== null,
    'thread and target disagree',
  );
  demandHeader(type === 'post' || target !== null, 'only a post may have no target');
  demandHeader(type !== 'post' || prev === null, 'a post follows none');
  demandHeader((type !== 'edit' && type !== 'delete') || prev !== null, 'a change follows an act');
  demandHeader((type !== 'report' && type !== 'appeal') || prev === null, 'made once');
  demandHeader(
    Array.isArray(nonces) && nonceCounts(type, thread).includes(nonces.length),
    'another number of nonces',
  );
  demandHeader(areDistinct(nonces), 'nonces are 32 bytes each and differ');
  return header as unknown as ActHeader;
}

const TYPES: readonly unknown[] = [
  'post',
  'edit',
  'delete',
  'react',
  'ballot',
  'report',
  'appeal',
] satisfies ActType[];
const isActType = (type: unknown): type is ActType => TYPES.includes(type);

/** A post spends its tokens, more of them with pictures; any other act has one random nonce. */
function nonceCounts(type: ActType, thread: unknown): readonly number[] {
  const { tokensForThread, tokensForReply, tokensWithPicture } = protocolLimits;
  if (type !== 'post') return [1];
  return [thread === null ? tokensForThread : tokensForReply, tokensWithPicture];
}

function areDistinct(nonces: readonly unknown[]): boolean {
  return nonces.every(
    (nonce, i) =>
      isBytes(nonce, 32) && nonces.slice(0, i).every((other) => !equal(other as Uint8Array, nonce)),
  );
}

function isHashOrNull(value: unknown): value is Uint8Array | null {
  return value === null || isBytes(value, 32);
}

function demandHeader(holds: boolean, message: string): asserts holds {
  if (!holds) throw new ProtocolError('header-invalid', message);
}

/** Id of an act, 32 bytes. A post's id is that of the act that made it. */
export function actId(headerBytes: Uint8Array): Uint8Array {
  return domainHash('act', headerBytes);
}

/** What a header holds of a body: the salt (32 bytes) keeps short texts from being guessed after deletion. */
export function bodyHash(salt: Uint8Array, bodyBytes: Uint8Array): Uint8Array {
  if (!isBytes(salt, 32)) throw new ProtocolError('body-invalid', 'a salt has 32 bytes');
  return domainHash('body', salt, bodyBytes);
}

/** The bytes an act's signature is over, for verifiers with an Ed25519 of their own. */
export function actSignatureInput(headerBytes: Uint8Array): Uint8Array {
  return concat(SIGNATURE_DOMAIN, headerBytes);
}

/** Ed25519 signature (64 bytes) of an act by the private key (32 bytes) of its alias. Throws `key-invalid`. */
export function signAct(privateKey: Uint8Array, headerBytes: Uint8Array): Uint8Array {
  if (!isBytes(privateKey, 32)) throw new ProtocolError('key-invalid', 'a private key has 32 bytes');
  return ed25519.sign(actSignatureInput(headerBytes), privateKey);
}

/** Whether the alias with this public key signed this header. Malformed keys and signatures are simply false. */
export function verifyAct(publicKey: Uint8Array, headerBytes: Uint8Array, signature: Uint8Array): boolean {
  if (!isBytes(publicKey, 32) || !isBytes(signature, 64)) return false;
  try {
    // RFC 8032 with its strict encodings, not ZIP 215: a signature has one form.
    return ed25519.verify(signature, actSignatureInput(headerBytes), publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/**
 * Whether 32 bytes are a key that only its holder can sign with: canonically encoded and not of small order. Under a
 * key of small order anybody's signature would hold (RFC 8032 §8.9 leaves that to the protocol).
 */
export function isActPublicKey(publicKey: Uint8Array): boolean {
  if (!isBytes(publicKey, 32)) return false;
  try {
    return !ed25519.Point.fromBytes(publicKey, false).isSmallOrder();
  } catch {
    return false;
  }
}
