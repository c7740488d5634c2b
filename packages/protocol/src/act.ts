import { ed25519 } from '@noble/curves/ed25519.js';
import { concat, equal, utf8 } from './bytes.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { isInstance } from './context.ts';
import { isSlug } from './credential.ts';
import { asProtocolError, ProtocolError } from './errors.ts';
import { domainHash } from './hash.ts';
import { protocolLimits } from './limits.ts';
import { isBytes, mapWith } from './shape.ts';
import { checkText, checkTitle } from './text.ts';

export type ActType = 'post' | 'edit' | 'delete';

/** What is signed. protocol.md 4. Hashes and nonces are 32 bytes. */
export interface ActHeader {
  readonly v: 1;
  readonly type: ActType;
  readonly instance: string;
  readonly room: string;
  /** Id of the thread; null when this post opens it. */
  readonly thread: Uint8Array | null;
  /** Post: the parent's act id, null when this opens a thread. Edit, delete: the post's act id. */
  readonly target: Uint8Array | null;
  /** Of the tokens spent (thread 2, reply 1); edit and delete: one random nonce. */
  readonly nonces: readonly Uint8Array[];
  /** Edit, delete: id of the key's last act on the target. */
  readonly prev: Uint8Array | null;
  /** `bodyHash(salt, body)`. */
  readonly body: Uint8Array;
}

/** What is said. `title` and `lang` as the act's type allows; a deletion says nothing. */
export interface ActBody {
  readonly text?: string;
  readonly title?: string;
  readonly lang?: 'zh' | 'en';
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
  demandHeader(type === 'post' || type === 'edit' || type === 'delete', 'no such type');
  demandHeader(isInstance(header.instance), 'instance is not a name');
  demandHeader(isSlug(header.room), 'room is not an id');
  demandHeader(isHashOrNull(thread) && isHashOrNull(target) && isHashOrNull(prev), 'hashes have 32 bytes');
  demandHeader(isBytes(header.body, 32), 'body is not a hash');
  demandHeader(
    type === 'post' ? (thread === null) === (target === null) : thread !== null,
    'thread and target disagree',
  );
  demandHeader(type === 'post' || target !== null, 'an edit or deletion has a target');
  demandHeader((type === 'post') === (prev === null), 'prev belongs to edits and deletions');
  demandHeader(
    Array.isArray(nonces) && nonces.length === nonceCount(type, thread),
    'another number of nonces',
  );
  demandHeader(areDistinct(nonces), 'nonces are 32 bytes each and differ');
  return header as unknown as ActHeader;
}

function nonceCount(type: ActType, thread: unknown): number {
  return type === 'post' && thread === null ? protocolLimits.tokensForThread : protocolLimits.tokensForReply;
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

/** Canonical bytes of the body that belongs to a header. Throws `body-invalid`, `text-invalid`, `title-invalid`. */
export function encodeBody(header: Pick<ActHeader, 'type' | 'thread'>, body: ActBody): Uint8Array {
  const bytes = asProtocolError('body-invalid', 'not encodable', () =>
    encodeCbor({ ...checkBody(header, body) }),
  );
  if (bytes.length > protocolLimits.bodyBytes) throw new ProtocolError('body-invalid', 'too long');
  return bytes;
}

/** The body of canonical bytes. Throws `body-invalid`, `text-invalid`, `title-invalid`. */
export function decodeBody(header: Pick<ActHeader, 'type' | 'thread'>, bytes: Uint8Array): ActBody {
  if (bytes.length > protocolLimits.bodyBytes) throw new ProtocolError('body-invalid', 'too long');
  return asProtocolError('body-invalid', 'not canonical CBOR', () => checkBody(header, decodeCbor(bytes)));
}

function checkBody(header: Pick<ActHeader, 'type' | 'thread'>, value: unknown): ActBody {
  const opens = header.type === 'post' && header.thread === null;
  const required = { post: opens ? ['text', 'title'] : ['text'], edit: ['text'], delete: [] }[header.type];
  const optional = { post: ['lang'], edit: ['title'], delete: [] }[header.type];
  const body = mapWith(value, required, optional);
  if (!body) throw new ProtocolError('body-invalid', 'not the fields of this kind of body');
  if ('text' in body) checkText(body.text);
  if ('title' in body) checkTitle(body.title);
  if ('lang' in body && body.lang !== 'zh' && body.lang !== 'en') {
    throw new ProtocolError('body-invalid', 'lang is zh or en');
  }
  return { ...body } as ActBody;
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
