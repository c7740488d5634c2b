import { createHash } from 'node:crypto';
import { type Envelope, talkLimits } from '@teahouse/contract/talk';
import {
  type ActBody,
  type ActHeader,
  actId,
  bodyHash,
  type CborValue,
  challengeDigest,
  decodeBody,
  decodeCbor,
  decodeHeader,
  equal,
  type Presentation,
  ProtocolError,
  parseToken,
  threadContext,
} from '@teahouse/protocol';
import type { z } from 'zod';
import { refuse } from '../errors.ts';
import type { OpenRoom } from '../rooms/service.ts';
import { authenticates, type TokenKey } from '../tokens/rsa.ts';
import { presentationOf } from '../verify/presentation.ts';
import { bytesOf } from '../wire.ts';

/** An act taken out of its envelope: canonical, for this instance and room, paid, and with the body it was signed for. */
export interface OpenedAct {
  readonly id: Uint8Array;
  readonly header: ActHeader;
  readonly headerBytes: Uint8Array;
  /** Id of its thread, also when it opens it: the context of its alias. */
  readonly thread: Uint8Array;
  readonly body: ActBody;
  readonly salt: Uint8Array;
  readonly signature: Uint8Array;
  readonly pseudonym: Uint8Array;
  readonly entry: Presentation | undefined;
  /** Key of each token, in the order of the header's nonces. */
  readonly paidWith: readonly TokenKey[];
  /** Blinded messages, one after the other; empty when there is nothing to refund. */
  readonly refunds: Buffer;
  /** Files of the body's pictures, in its order; that they are pictures is not known yet. */
  readonly pictures: readonly Buffer[];
  readonly room: OpenRoom;
}

interface Expected {
  readonly instance: string;
  readonly room: OpenRoom;
  readonly keys: readonly TokenKey[];
}

/**
 * Checks all of an envelope that needs no database, cheapest first (protocol.md 4). Throws `act-malformed`,
 * `act-wrong-instance`, `token-count`, `token-invalid`, `body-mismatch`, `act-too-long`, `picture-mismatch`,
 * `picture-too-large`, `presentation-invalid`.
 */
export function openEnvelope(envelope: z.output<typeof Envelope>, expected: Expected): OpenedAct {
  const headerBytes = bytesOf(envelope.header);
  const bodyBytes = bytesOf(envelope.body);
  if (bodyBytes.length > talkLimits.bodyBytes) throw refuse('act-too-long');
  const header = malformedUnless(() => decodeHeader(headerBytes));
  if (header.instance !== expected.instance || header.room !== expected.room.id)
    throw refuse('act-wrong-instance');
  const tokens = envelope.tokens.map(bytesOf);
  if (tokens.length !== (header.type === 'post' ? header.nonces.length : 0)) throw refuse('token-count');
  if (envelope.refunds.length > tokens.length) throw refuse('token-count');
  const paidWith = tokens.map((token, i) => requireToken(token, header.nonces[i]!, expected));
  const salt = bytesOf(envelope.salt);
  if (!equal(bodyHash(salt, bodyBytes), header.body)) throw refuse('body-mismatch');
  const body = openBody(header, bodyBytes);
  const pseudonym = bytesOf(envelope.pseudonym);
  return {
    id: actId(headerBytes),
    header,
    headerBytes,
    thread: header.thread ?? threadContext(headerBytes),
    body,
    salt,
    signature: bytesOf(envelope.signature),
    pseudonym,
    entry: envelope.entry && requireEntry(presentationOf(envelope.entry), pseudonym),
    paidWith,
    refunds: Buffer.concat(envelope.refunds.map(bytesOf)),
    pictures: requirePictures(body, envelope.pictures ?? []),
    room: expected.room,
  };
}

/** The files are those whose hashes were signed. */
function requirePictures({ pictures = [] }: ActBody, files: readonly string[]): Buffer[] {
  if (files.length !== pictures.length) throw refuse('picture-mismatch');
  return files.map((text, i) => {
    const file = bytesOf(text);
    if (file.length > talkLimits.pictureBytes) throw refuse('picture-too-large');
    if (!createHash('sha256').update(file).digest().equals(pictures[i]!.hash))
      throw refuse('picture-mismatch');
    return file;
  });
}

function requireToken(bytes: Uint8Array, nonce: Uint8Array, { instance, keys }: Expected): TokenKey {
  try {
    const token = parseToken(bytes);
    const key = keys.find((one) => equal(one.id, token.tokenKeyId));
    const fits = equal(token.nonce, nonce) && equal(token.challengeDigest, challengeDigest(instance));
    const input = bytes.subarray(0, bytes.length - token.authenticator.length);
    if (key && fits && authenticates(key, input, token.authenticator)) return key;
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
  }
  throw refuse('token-invalid');
}

function requireEntry(entry: Presentation, pseudonym: Uint8Array): Presentation {
  if (!equal(entry.pseudonym, pseudonym)) throw refuse('presentation-invalid');
  return entry;
}

function malformedUnless<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProtocolError) throw refuse('act-malformed');
    throw error;
  }
}

function openBody(header: ActHeader, bytes: Uint8Array): ActBody {
  try {
    return decodeBody(header, bytes);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    const aboutText = error.code === 'text-invalid' || error.code === 'title-invalid';
    throw refuse(aboutText && isTooLong(decodeCbor(bytes)) ? 'act-too-long' : 'act-malformed');
  }
}

/** Only to tell a person why: a text beyond the limit can be shortened, one with control characters cannot. */
function isTooLong(body: CborValue): boolean {
  const { text, title } = body as { text?: unknown; title?: unknown };
  const longer = (value: unknown, limit: number) => typeof value === 'string' && [...value].length > limit;
  return longer(text, talkLimits.textCharacters) || longer(title, talkLimits.titleCharacters);
}
