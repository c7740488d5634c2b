import {
  type ActHeader,
  type ActType,
  actId,
  bodyHash,
  decodeHeader,
  encodeHeader,
  signAct,
  verifyAct,
} from './act.ts';
import type { Rng } from './bbs/index.ts';
import {
  type ActBody,
  decodeBody,
  encodeBody,
  type HouseRule,
  type Picture,
  type Poll,
  type Reaction,
  type Resolves,
  type Verdict,
} from './body.ts';
import { equal } from './bytes.ts';
import { type BallotKind, ballotContext, ballotTarget, reportContext, threadContext } from './context.ts';
import { ProtocolError } from './errors.ts';
import { actKey } from './seed.ts';
import { normaliseText } from './text.ts';

/** A signed act: canonical bytes and what stands beside them. */
export interface Act {
  readonly header: Uint8Array;
  readonly body: Uint8Array;
  /** 32 bytes. */
  readonly salt: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

/** An act just made, with what its author wants to know of it. */
export interface MadeAct extends Act {
  /** The act's id; for a post the post's id. */
  readonly id: Uint8Array;
  /** Id of the thread it belongs to, which is the context of its alias. */
  readonly thread: Uint8Array;
  readonly publicKey: Uint8Array;
}

interface Author {
  readonly seed: Uint8Array;
  readonly instance: string;
  readonly room: string;
  readonly rng: Rng;
}

/** What any post may say beside its words. */
interface Beside {
  readonly lang?: 'zh' | 'en';
  readonly pictures?: readonly Picture[];
}
interface About {
  readonly thread: Uint8Array;
  /** Act id of the post. */
  readonly target: Uint8Array;
}

/** Opens a thread; spends two tokens, with pictures three. Throws `title-invalid`, `text-invalid`, `body-invalid`, `header-invalid`. */
export function makeThread(
  i: Author & Beside & { title: string; text: string; poll?: Poll; nonces: readonly Uint8Array[] },
): MadeAct {
  const { title, text, lang, pictures, poll } = i;
  const about = { type: 'post', thread: null, target: null, prev: null, nonces: i.nonces } as const;
  return make(i, about, given({ title, text, lang, pictures, poll }));
}

/** Replies to a post of a thread; spends one token, with pictures three. Throws as `makeThread`. */
export function makeReply(
  i: Author &
    Beside &
    About & { text: string; mentions?: readonly Uint8Array[]; nonces: readonly Uint8Array[] },
): MadeAct {
  const { text, lang, pictures, mentions, thread, target, nonces } = i;
  const about = { type: 'post', thread, target, prev: null, nonces } as const;
  return make(i, about, given({ text, lang, pictures, mentions }));
}

/** Replaces what a post says; `prev` is the id of the author's last act on it, at first the post's own. */
export function makeEdit(
  i: Author & About & { prev: Uint8Array; text: string; title?: string; mentions?: readonly Uint8Array[] },
): MadeAct {
  const { text, title, mentions } = i;
  return make(i, unpaid('edit', i), given({ text, title, mentions }));
}

/** Takes a post back; `prev` as for an edit. */
export function makeDelete(i: Author & About & { prev: Uint8Array }): MadeAct {
  return make(i, unpaid('delete', i), {});
}

/** Reacts to a post, or takes that back (null); `prev` is the id of the alias's last reaction to it, if any. */
export function makeReaction(
  i: Author & About & { prev: Uint8Array | null; reaction: Reaction | null },
): MadeAct {
  return make(i, unpaid('react', i), i.reaction === null ? {} : { reaction: i.reaction });
}

/** What a ballot says: places of a poll's options, what its author knows of a claim, or whether an answer resolves it. */
export type BallotChoice =
  | { readonly choices: readonly number[] }
  | { readonly verdict: Verdict }
  | { readonly resolves: Resolves };

/** The kind of ballot that a choice belongs to. */
export const ballotKindOf = (choice: Pick<ActBody, 'choices' | 'verdict' | 'resolves'>): BallotKind =>
  choice.resolves !== undefined ? 'resolves' : choice.verdict === undefined ? 'poll' : 'verdict';

/**
 * A ballot on a post, signed by the key of its own context (protocol.md 2), not by the alias of the thread;
 * `openingEpoch` is the month in which the post (or the first official answer) was made, `prev` the id of the same person's last ballot on it, if any.
 */
export function makeBallot(
  i: Author & About & { prev: Uint8Array | null; choice: BallotChoice; openingEpoch: string },
): MadeAct {
  const context = ballotContext(ballotTarget(ballotKindOf(i.choice), i.target), i.openingEpoch);
  return make(i, unpaid('ballot', i), i.choice, context);
}

/**
 * A report on a post, signed by the key of its own context (protocol.md 2), so that no alias of the same person can be joined
 * with it; `text` may say more than the rule.
 */
export function makeReport(i: Author & About & { rule: HouseRule; text?: string | undefined }): MadeAct {
  const about = unpaid('report', { ...i, prev: null });
  return make(i, about, given({ rule: i.rule, text: i.text }), reportContext(i.target));
}

/** An appeal of a post's author against a decision about it (its id, 32 bytes), signed by the alias of the thread. */
export function makeAppeal(i: Author & About & { decision: Uint8Array; text: string }): MadeAct {
  return make(i, unpaid('appeal', { ...i, prev: null }), { decision: i.decision, text: i.text });
}

const unpaid = <T extends Exclude<ActType, 'post'>>(
  type: T,
  i: About & Pick<Author, 'rng'> & { prev: Uint8Array | null },
) => ({ type, thread: i.thread, target: i.target, prev: i.prev, nonces: [i.rng(32)] });

/** A body of the fields that are there. */
function given(body: { readonly [K in keyof ActBody]: ActBody[K] | undefined }): ActBody {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function make(
  author: Author,
  about: Pick<ActHeader, 'type' | 'thread' | 'target' | 'prev' | 'nonces'>,
  said: ActBody,
  context?: Uint8Array,
): MadeAct {
  const body = encodeBody(about, normaliseBody(said));
  const salt = author.rng(32);
  const { instance, room } = author;
  const header = encodeHeader({ v: 1, instance, room, ...about, body: bodyHash(salt, body) });
  // A thread's context is the hash of its first header, so an opener's key can only be derived now.
  const thread = about.thread ?? threadContext(header);
  const { privateKey, publicKey } = actKey(author.seed, context ?? thread);
  return { header, body, salt, signature: signAct(privateKey, header), id: actId(header), thread, publicKey };
}

function normaliseBody(body: ActBody): ActBody {
  const { text, title, pictures, poll } = body;
  return {
    ...body,
    ...(text === undefined ? {} : { text: normaliseText(text) }),
    ...(title === undefined ? {} : { title: normaliseText(title) }),
    ...(pictures === undefined ? {} : { pictures: pictures.map(normalisePicture) }),
    ...(poll === undefined ? {} : { poll: { ...poll, options: poll.options.map(normaliseText) } }),
  };
}

const normalisePicture = (picture: Picture): Picture =>
  picture.alt === undefined ? picture : { ...picture, alt: normaliseText(picture.alt) };

/**
 * Reads an act whole: canonical header and body that belong together, signed by `publicKey` (32 bytes). Throws
 * `header-invalid`, `body-invalid`, `title-invalid`, `text-invalid`, `body-hash-mismatch`, `signature-invalid`.
 */
export function openAct(
  act: Act,
  publicKey: Uint8Array,
): { id: Uint8Array; header: ActHeader; body: ActBody } {
  const header = decodeHeader(act.header);
  if (!equal(bodyHash(act.salt, act.body), header.body)) {
    throw new ProtocolError('body-hash-mismatch', 'the body is not the one that was signed');
  }
  const body = decodeBody(header, act.body);
  if (!verifyAct(publicKey, act.header, act.signature)) {
    throw new ProtocolError('signature-invalid', 'not signed by this key');
  }
  return { id: actId(act.header), header, body };
}
