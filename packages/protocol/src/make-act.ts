import {
  type ActBody,
  type ActHeader,
  actId,
  bodyHash,
  decodeBody,
  decodeHeader,
  encodeBody,
  encodeHeader,
  signAct,
  verifyAct,
} from './act.ts';
import type { Rng } from './bbs/index.ts';
import { equal } from './bytes.ts';
import { threadContext } from './context.ts';
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

/** Opens a thread; spends two tokens, whose nonces are given. Throws `title-invalid`, `text-invalid`, `header-invalid`. */
export function makeThread(
  i: Author & { title: string; text: string; lang?: 'zh' | 'en'; nonces: readonly Uint8Array[] },
): MadeAct {
  const said = { title: i.title, text: i.text, ...(i.lang ? { lang: i.lang } : {}) };
  return make(i, { type: 'post', thread: null, target: null, prev: null, nonces: i.nonces }, said);
}

/** Replies to a post of a thread (`target` is its act id); spends one token. Throws `text-invalid`, `header-invalid`. */
export function makeReply(
  i: Author & {
    thread: Uint8Array;
    target: Uint8Array;
    text: string;
    lang?: 'zh' | 'en';
    nonces: readonly Uint8Array[];
  },
): MadeAct {
  const said = { text: i.text, ...(i.lang ? { lang: i.lang } : {}) };
  return make(i, { type: 'post', thread: i.thread, target: i.target, prev: null, nonces: i.nonces }, said);
}

/** Replaces what a post says; `prev` is the id of the author's last act on it, at first the post's own. */
export function makeEdit(
  i: Author & { thread: Uint8Array; target: Uint8Array; prev: Uint8Array; text: string; title?: string },
): MadeAct {
  const said = { text: i.text, ...(i.title === undefined ? {} : { title: i.title }) };
  return make(
    i,
    { type: 'edit', thread: i.thread, target: i.target, prev: i.prev, nonces: [i.rng(32)] },
    said,
  );
}

/** Takes a post back; `prev` as for an edit. */
export function makeDelete(
  i: Author & { thread: Uint8Array; target: Uint8Array; prev: Uint8Array },
): MadeAct {
  return make(
    i,
    { type: 'delete', thread: i.thread, target: i.target, prev: i.prev, nonces: [i.rng(32)] },
    {},
  );
}

function make(
  author: Author,
  about: Pick<ActHeader, 'type' | 'thread' | 'target' | 'prev' | 'nonces'>,
  said: ActBody,
): MadeAct {
  const body = encodeBody(about, normaliseBody(said));
  const salt = author.rng(32);
  const { instance, room } = author;
  const header = encodeHeader({ v: 1, instance, room, ...about, body: bodyHash(salt, body) });
  // A thread's context is the hash of its first header, so an opener's key can only be derived now.
  const thread = about.thread ?? threadContext(header);
  const { privateKey, publicKey } = actKey(author.seed, thread);
  return { header, body, salt, signature: signAct(privateKey, header), id: actId(header), thread, publicKey };
}

function normaliseBody(body: ActBody): ActBody {
  return {
    ...body,
    ...(body.text === undefined ? {} : { text: normaliseText(body.text) }),
    ...(body.title === undefined ? {} : { title: normaliseText(body.title) }),
  };
}

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
