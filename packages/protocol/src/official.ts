import { ed25519 } from '@noble/curves/ed25519.js';
import { concat, utf8 } from './bytes.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { isInstance } from './context.ts';
import { isSlug } from './credential.ts';
import { asProtocolError, ProtocolError } from './errors.ts';
import { domainHash } from './hash.ts';
import { protocolLimits } from './limits.ts';
import { actKey } from './seed.ts';
import { isBytes, mapWith } from './shape.ts';
import { checkText, normaliseText } from './text.ts';

/*
 * The right of reply: what a company says under a thread about it, signed with a key that the issuer's public list and log
 * name as the company's (docs/decisions/0026). It is no act: it has no alias, no pseudonym and no token.
 */

/** What is signed. Hashes are 32 bytes. */
export interface OfficialStatement {
  readonly v: 1;
  readonly instance: string;
  readonly room: string;
  /** Id of the thread. */
  readonly thread: Uint8Array;
  /** Id of the company. */
  readonly company: string;
  /** From 1; each one follows the one before. */
  readonly version: number;
  /** `statementId` of the version before; null of the first. */
  readonly prev: Uint8Array | null;
  /** `officialTextHash` of what it says. */
  readonly text: Uint8Array;
}

const KEYS = ['v', 'instance', 'room', 'thread', 'company', 'version', 'prev', 'text'];
const SIGNATURE_DOMAIN = utf8('teahouse/v1/official\0');

/** Canonical bytes of a statement. Throws `official-invalid`. */
export function encodeStatement(statement: OfficialStatement): Uint8Array {
  return asProtocolError('official-invalid', 'not encodable', () => encodeCbor({ ...check(statement) }));
}

/** The statement of canonical bytes. Throws `official-invalid`. */
export function decodeStatement(bytes: Uint8Array): OfficialStatement {
  if (bytes.length > protocolLimits.headerBytes) throw new ProtocolError('official-invalid', 'too long');
  return asProtocolError('official-invalid', 'not canonical CBOR', () => check(decodeCbor(bytes)));
}

function check(value: unknown): OfficialStatement {
  const map = mapWith(value, KEYS);
  const holds =
    map !== null &&
    map.v === 1 &&
    isInstance(map.instance) &&
    isSlug(map.room) &&
    isSlug(map.company) &&
    isBytes(map.thread, 32) &&
    isBytes(map.text, 32) &&
    Number.isInteger(map.version) &&
    (map.version as number) >= 1 &&
    (map.version as number) <= protocolLimits.officialVersions &&
    (map.version === 1 ? map.prev === null : isBytes(map.prev, 32));
  if (!holds) throw new ProtocolError('official-invalid', 'not the fields of a statement');
  return map as unknown as OfficialStatement;
}

/** Id of a statement, 32 bytes: the next version's `prev`. */
export const statementId = (bytes: Uint8Array): Uint8Array => domainHash('official', bytes);

/** What a statement holds of its words. Throws `text-invalid`. */
export function officialTextHash(text: string): Uint8Array {
  checkText(text);
  if ([...text].length > protocolLimits.officialCharacters)
    throw new ProtocolError('text-invalid', 'longer than an official answer is');
  return domainHash('official-text', text);
}

/**
 * Context of the key with which the holder speaks for a company at an instance: the `n`th, as a key that was revoked is
 * used no more. Unlike other contexts it is shown to nobody; the key it gives has no tie to any pseudonym.
 */
export function companyKeyContext(instance: string, company: string, n: number): Uint8Array {
  if (!isInstance(instance) || !isSlug(company) || !Number.isSafeInteger(n) || n < 0)
    throw new ProtocolError('context-invalid', 'not an instance, a company and a number');
  return domainHash('company-key', instance, company, n);
}

/** Signs what a company says under a thread. Throws `text-invalid`, `official-invalid`, `seed-invalid`. */
export function makeStatement(
  i: Omit<OfficialStatement, 'v' | 'text'> & { seed: Uint8Array; n: number; text: string },
): { statement: Uint8Array; signature: Uint8Array; key: Uint8Array; text: string } {
  const { seed, n, instance, room, thread, company, version, prev } = i;
  const text = normaliseText(i.text);
  const hash = officialTextHash(text);
  const statement = encodeStatement({ v: 1, instance, room, thread, company, version, prev, text: hash });
  const { privateKey, publicKey } = actKey(seed, companyKeyContext(instance, company, n));
  const signature = ed25519.sign(officialSignatureInput(statement), privateKey);
  return { statement, signature, key: publicKey, text };
}

/** The bytes that the signature is over, for verifiers with an Ed25519 of their own. */
export const officialSignatureInput = (statement: Uint8Array): Uint8Array =>
  concat(SIGNATURE_DOMAIN, statement);

/** Whether this key signed this statement. Malformed keys and signatures are simply false. */
export function verifyStatement(key: Uint8Array, statement: Uint8Array, signature: Uint8Array): boolean {
  if (!isBytes(key, 32) || !isBytes(signature, 64)) return false;
  try {
    return ed25519.verify(signature, officialSignatureInput(statement), key, { zip215: false });
  } catch {
    return false;
  }
}
