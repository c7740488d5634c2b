import { constants, createHash, sign } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Accepted, Envelope } from '@teahouse/contract/talk';
import {
  actId,
  actKey,
  type BallotChoice,
  ballotContext,
  ballotKindOf,
  ballotTarget,
  bodyHash,
  type Credential,
  challengeDigest,
  encodeHeader,
  epochOf,
  type HouseRule,
  type LabelKind,
  type MadeAct,
  makeAppeal,
  makeBallot,
  makeDelete,
  makeEdit,
  makeReaction,
  makeReply,
  makeReport,
  makeThread,
  newSeed,
  type Poll,
  type Presentation,
  present,
  presentationToWire,
  type Reaction,
  reportContext,
  signAct,
  threadContext,
  tokenInput,
} from '@teahouse/protocol';
import type { z } from 'zod';
import { openTokenKey, type TokenKey } from '../tokens/rsa.ts';
import { bytesOf, textOf } from '../wire.ts';
import { rng } from './issuer.ts';
import { instance, type Town } from './town.ts';

export type WireEnvelope = z.input<typeof Envelope>;
export interface Reply<T> {
  status: number;
  headers: Record<string, unknown>;
  body: T & { code?: string };
}

interface PostAddress {
  readonly id: string;
  readonly thread: string;
}

/** Calls the plane without a socket. */
export async function call<T = Record<string, unknown>>(
  town: Town,
  method: 'GET' | 'POST',
  path: string,
  payload?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply<T>> {
  const options = { method, url: `/api/talk${path}`, headers };
  const answer = await town.talk.app.inject(
    payload === undefined ? options : { ...options, payload: payload as object },
  );
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: (answer.body === '' ? {} : answer.json()) as T & { code?: string },
  };
}

export const send = (town: Town, room: string, envelope: unknown) =>
  call<z.output<typeof Accepted>>(town, 'POST', `/rooms/${room}/acts`, envelope);

/** The token key of the month, or the last one before where that was not made yet; with its private half. */
export function tokenKeyOf(town: Town): TokenKey {
  const now = epochOf(town.clock.now());
  const made = readdirSync(town.secrets).flatMap((name) => /^token-([\d-]+)\.key$/.exec(name)?.[1] ?? []);
  const month = made
    .filter((one) => one <= now)
    .sort()
    .at(-1)!;
  return openTokenKey(month, readFileSync(join(town.secrets, `token-${month}.key`), 'utf8'));
}

/** A token as it would come out of a draw, without the blinding. */
export function mint(key: TokenKey, nonce: Uint8Array, forInstance = instance): Uint8Array {
  const input = tokenInput({ nonce, challengeDigest: challengeDigest(forInstance), tokenKeyId: key.id });
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  return Buffer.concat([input, sign('sha384', input, { key: key.privateKey, ...padding })]);
}

const anna: Credential = { epoch: '2026-11', company: 'xinghe', industry: 'internet', standing: 'current' };

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** Somebody with a seed and a credential, who acts. */
export class Holder {
  readonly seed: Uint8Array;
  readonly town: Town;
  readonly credential: Credential;
  readonly signature: Uint8Array;

  constructor(town: Town, credential: Partial<Credential> = {}, seed = newSeed(rng)) {
    this.town = town;
    this.seed = seed;
    this.credential = { ...anna, ...credential };
    this.signature = town.issuer.issue(this.seed, this.credential);
  }

  show(context: Uint8Array, kind: LabelKind): Presentation {
    const { bbs, publicKeyOf } = this.town.issuer;
    const { seed, credential, signature } = this;
    return present({
      bbs,
      issuerPublicKey: publicKeyOf(credential.epoch),
      signature,
      credential,
      kind,
      context,
      seed,
      rng,
    });
  }

  /** The envelope of an act; with `kind` the alias, or the voter of another context, enters with it. */
  wrap(
    act: MadeAct,
    nonces: readonly Uint8Array[],
    kind?: LabelKind,
    context: Uint8Array = act.thread,
  ): WireEnvelope {
    const entry = this.show(context, kind ?? 'alias');
    const key = tokenKeyOf(this.town);
    return {
      header: textOf(act.header),
      body: textOf(act.body),
      salt: textOf(act.salt),
      signature: textOf(act.signature),
      pseudonym: textOf(entry.pseudonym),
      ...(kind && { entry: presentationToWire(entry) }),
      tokens: nonces.map((nonce) => textOf(mint(key, nonce))),
      refunds: nonces.map(() => textOf(Buffer.concat([Buffer.alloc(1), rng(255)]))),
    };
  }

  thread(
    i: {
      room?: string;
      title?: string;
      text?: string;
      kind?: LabelKind;
      instance?: string;
      poll?: Poll;
    } = {},
  ): WireEnvelope {
    const nonces = [rng(32), rng(32)];
    const act = makeThread({
      ...this.#author(i),
      title: i.title ?? 'A title',
      text: i.text ?? 'A text',
      nonces,
      lang: 'en',
      ...(i.poll && { poll: i.poll }),
    });
    return this.wrap(act, nonces, i.kind ?? 'company');
  }

  reply(
    to: { id: string; thread: string },
    i: {
      room?: string;
      text?: string;
      kind?: LabelKind | undefined;
      nonce?: Uint8Array;
      /** Files of pictures with their sizes; they cost three tokens. */
      pictures?: readonly { file: Uint8Array; width: number; height: number }[];
    } = {},
  ): WireEnvelope {
    const nonces = i.pictures ? [rng(32), rng(32), rng(32)] : [i.nonce ?? rng(32)];
    const pictures = i.pictures?.map(({ file, width, height }) => ({ hash: sha256(file), width, height }));
    const place = { thread: bytesOf(to.thread), target: bytesOf(to.id) };
    const said = { text: i.text ?? 'A reply', ...(pictures && { pictures }) };
    const act = makeReply({ ...this.#author(i), ...place, ...said, nonces });
    const envelope = this.wrap(act, nonces, 'kind' in i ? i.kind : 'company');
    return i.pictures ? { ...envelope, pictures: i.pictures.map(({ file }) => textOf(file)) } : envelope;
  }

  edit(post: { id: string; thread: string }, prev: string, text: string, title?: string): WireEnvelope {
    const place = { thread: bytesOf(post.thread), target: bytesOf(post.id), prev: bytesOf(prev) };
    return this.wrap(makeEdit({ ...this.#author({}), ...place, text, ...(title && { title }) }), []);
  }

  remove(post: { id: string; thread: string }, prev: string, room = 'square'): WireEnvelope {
    const place = { thread: bytesOf(post.thread), target: bytesOf(post.id), prev: bytesOf(prev) };
    return this.wrap(makeDelete({ ...this.#author({ room }), ...place }), []);
  }

  /** A reaction, or its taking back, after the one named by `prev`; with `kind` the alias enters with it. */
  react(
    post: PostAddress,
    reaction: Reaction | null,
    i: { prev?: string; kind?: LabelKind | undefined; room?: string } = {},
  ): WireEnvelope {
    const place = { thread: bytesOf(post.thread), target: bytesOf(post.id), reaction };
    const prev = i.prev === undefined ? null : bytesOf(i.prev);
    return this.wrap(makeReaction({ ...this.#author(i), ...place, prev }), [], i.kind);
  }

  /** A ballot of the credential's month, after the one named by `prev`; without `kind` it shows no credential. */
  ballot(
    post: PostAddress,
    choice: BallotChoice,
    i: { prev?: string; kind?: LabelKind | undefined; room?: string; openingEpoch?: string } = {},
  ): WireEnvelope {
    const { openingEpoch = this.credential.epoch } = i;
    const place = { thread: bytesOf(post.thread), target: bytesOf(post.id), choice, openingEpoch };
    const prev = i.prev === undefined ? null : bytesOf(i.prev);
    const context = ballotContext(ballotTarget(ballotKindOf(choice), place.target), openingEpoch);
    return this.wrap(makeBallot({ ...this.#author(i), ...place, prev }), [], i.kind, context);
  }

  /** A report on a post; shows the alias alone, unless told otherwise. */
  report(
    post: PostAddress,
    i: { rule?: HouseRule; text?: string; kind?: LabelKind | undefined; room?: string } = {},
  ): WireEnvelope {
    const place = { thread: bytesOf(post.thread), target: bytesOf(post.id) };
    const act = makeReport({ ...this.#author(i), ...place, rule: i.rule ?? 'insult', text: i.text });
    return this.wrap(act, [], 'kind' in i ? i.kind : 'alias', reportContext(place.target));
  }

  appeal(post: PostAddress, decision: string, i: { text?: string; room?: string } = {}): WireEnvelope {
    const place = { thread: bytesOf(post.thread), target: bytesOf(post.id) };
    const said = { decision: bytesOf(decision), text: i.text ?? 'It was a quote.' };
    return this.wrap(makeAppeal({ ...this.#author(i), ...place, ...said }), []);
  }

  publicKeyIn(thread: string): string {
    return textOf(actKey(this.seed, bytesOf(thread)).publicKey);
  }

  #author(i: { room?: string; instance?: string }) {
    return { seed: this.seed, instance: i.instance ?? instance, room: i.room ?? 'square', rng };
  }
}

/** The envelope of a thread whose body is these canonical bytes, whatever they say. Signed and paid like any other. */
export function threadWithBody(holder: Holder, body: Uint8Array): WireEnvelope {
  const nonces = [rng(32), rng(32)];
  const salt = rng(32);
  const about = { v: 1, type: 'post', thread: null, target: null, prev: null } as const;
  const header = encodeHeader({ ...about, instance, room: 'square', nonces, body: bodyHash(salt, body) });
  const thread = threadContext(header);
  const { privateKey, publicKey } = actKey(holder.seed, thread);
  const signature = signAct(privateKey, header);
  return holder.wrap(
    { header, body, salt, signature, id: actId(header), thread, publicKey },
    nonces,
    'company',
  );
}
