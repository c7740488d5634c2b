import { constants, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Envelope } from '@teahouse/contract/talk';
import {
  type Bbs,
  type Credential,
  challengeDigest,
  createBbs,
  encodeTokenKey,
  epochOf,
  type LabelKind,
  type MadeAct,
  makeDelete,
  makeEdit,
  makeReply,
  makeThread,
  present,
  presentationToWire,
  type Rng,
  toBase64url,
  tokenInput,
  tokenKeyId,
} from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';

/** Fresh bytes of the operating system. */
export const rng = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** A month's key for tokens with its private half, as it lies in talk's secrets. */
export interface Mint {
  readonly id: Uint8Array;
  readonly privateKey: KeyObject;
}

const integer = (text = ''): bigint => BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);

/**
 * The mint of the month of `now`. A trial needs thousands of tokens and twelve people draw 144 a week: it signs its own,
 * with the very key that talk checks them against.
 */
export const openMint = (data: string, now = new Date()): Mint =>
  openMintIn(path.join(data, 'talk', 'secrets'), now);

/** The same from talk's folder of secrets. */
export function openMintIn(secrets: string, now: Date): Mint {
  const file = path.join(secrets, `token-${epochOf(now)}.key`);
  const privateKey = createPrivateKey(readFileSync(file));
  const { n, e } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { id: tokenKeyId(encodeTokenKey({ n: integer(n), e: integer(e) })), privateKey };
}

/** A token as it comes out of a draw, without the blinding (RFC 9578 6.4). */
export function mintToken(mint: Mint, nonce: Uint8Array, instance: string): Uint8Array {
  const input = tokenInput({ nonce, challengeDigest: challengeDigest(instance), tokenKeyId: mint.id });
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  return new Uint8Array(Buffer.concat([input, sign('sha384', input, { key: mint.privateKey, ...padding })]));
}

/** What somebody needs to speak: a real credential of the town's issuer, and its seed. */
export interface Speaker {
  readonly instance: string;
  readonly issuerPublicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly credential: Credential;
  readonly seed: Uint8Array;
  readonly mint: Mint;
  /** Where the same acts are to come out again; else the operating system's. */
  readonly rng?: Rng;
}

/** An act ready to be sent, any number of times. */
export interface Written {
  readonly room: string;
  readonly id: Uint8Array;
  readonly thread: Uint8Array;
  readonly nonces: readonly Uint8Array[];
  readonly envelope: Envelope;
}

let scheme: Promise<Bbs> | undefined;
/** Loaded once for all speakers of this process. */
export const bbs = (): Promise<Bbs> => {
  scheme ??= loadMclBackend().then(createBbs);
  return scheme;
};

interface Wrapping {
  readonly nonces: readonly Uint8Array[];
  readonly enterAs?: LabelKind | undefined;
  /** The thread's, unless told. */
  readonly context?: Uint8Array;
}

/** The envelope of an act of theirs; with `enterAs` they enter its context with it. */
export async function wrap(speaker: Speaker, room: string, act: MadeAct, i: Wrapping): Promise<Written> {
  const random = speaker.rng ?? rng;
  const shown = present({
    bbs: await bbs(),
    ...speaker,
    kind: i.enterAs ?? 'alias',
    context: i.context ?? act.thread,
    rng: random,
  });
  const text = (bytes: Uint8Array) => toBase64url(bytes);
  const envelope: Envelope = {
    header: text(act.header),
    body: text(act.body),
    salt: text(act.salt),
    signature: text(act.signature),
    pseudonym: text(shown.pseudonym),
    ...(i.enterAs && { entry: presentationToWire(shown) }),
    tokens: i.nonces.map((nonce) => text(mintToken(speaker.mint, nonce, speaker.instance))),
    // Below any modulus of 2048 bits, so that they can be signed.
    refunds: i.nonces.map(() => text(Buffer.concat([Buffer.alloc(1), random(255)]))),
  };
  return { room, id: act.id, thread: act.thread, nonces: i.nonces, envelope };
}

export const authorIn = ({ seed, instance, rng: own }: Speaker, room: string) => ({
  ...{ seed, instance, room },
  rng: own ?? rng,
});

/** The opening of a thread: two tokens, and the alias enters with it. */
export function writeThread(
  speaker: Speaker,
  i: { room: string; title: string; text: string; kind?: LabelKind; nonces?: readonly Uint8Array[] },
): Promise<Written> {
  const random = speaker.rng ?? rng;
  const nonces = i.nonces ?? [random(32), random(32)];
  const act = makeThread({
    ...authorIn(speaker, i.room),
    title: i.title,
    text: i.text,
    lang: 'en',
    nonces,
  });
  return wrap(speaker, i.room, act, { nonces, enterAs: i.kind ?? 'alias' });
}

/** A reply: one token; `enterAs` where the alias is not in the thread yet. */
export function writeReply(
  speaker: Speaker,
  i: {
    room: string;
    thread: Uint8Array;
    target: Uint8Array;
    text: string;
    enterAs?: LabelKind | undefined;
    nonce?: Uint8Array;
  },
): Promise<Written> {
  const nonces = [i.nonce ?? (speaker.rng ?? rng)(32)];
  const { thread, target, text } = i;
  const act = makeReply({ ...authorIn(speaker, i.room), thread, target, text, nonces });
  return wrap(speaker, i.room, act, { nonces, enterAs: i.enterAs });
}

interface Own {
  readonly room: string;
  readonly thread: Uint8Array;
  readonly target: Uint8Array;
  /** Id of the last act on it. */
  readonly prev: Uint8Array;
}

export const writeEdit = (speaker: Speaker, { room, ...own }: Own, text: string): Promise<Written> =>
  wrap(speaker, room, makeEdit({ ...authorIn(speaker, room), ...own, text }), { nonces: [] });

export const writeDelete = (speaker: Speaker, { room, ...own }: Own): Promise<Written> =>
  wrap(speaker, room, makeDelete({ ...authorIn(speaker, room), ...own }), { nonces: [] });
