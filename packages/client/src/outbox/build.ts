import type { Envelope } from '@teahouse/contract/talk';
import {
  challengeDigest,
  fromBase64url,
  makeDelete,
  makeEdit,
  makeReply,
  makeThread,
  protocolLimits,
  refundRequest,
  toBase64url,
} from '@teahouse/protocol';
import { ApiError } from '../errors.ts';
import type { World } from '../talk/world.ts';
import { keysToTry, type TokenKey } from '../tokens/draw.ts';
import type { BuildDeps, BuiltAct } from './build-deps.ts';
import { buildAppeal, buildReport } from './build-order.ts';
import { buildBallot, buildReaction } from './build-vote.ts';
import { enter } from './entry.ts';
import { author, identity, wrap } from './parts.ts';
import { lookUpThread } from './thread-lookup.ts';
import type { ComposeDelete, ComposeEdit, ComposeReply, ComposeThread, StoredItem } from './types.ts';

/** Blinded messages for the refund, as many as tokens; functions of the seed and the spent nonces. protocol.md 4. */
function refundsFor(nonces: readonly Uint8Array[], key: TokenKey | undefined, world: World, deps: BuildDeps) {
  if (!key) return [];
  const publicKeySpki = fromBase64url(key.publicKey);
  const challenge = challengeDigest(world.info.instance);
  return nonces.map((spentNonce, i) => {
    const seed = deps.wallet.seed();
    return toBase64url(
      refundRequest({ publicKeySpki, seed, spentNonce, i, challengeDigest: challenge }).blinded,
    );
  });
}

async function pay(count: number, item: StoredItem, world: World, deps: BuildDeps) {
  const keyIds = world.info.tokenKeys.map(({ id }) => id);
  if ((await deps.purse.free(keyIds)) < count) await deps.drawTokens();
  const tokens = await deps.purse.take(count, item.id, keyIds);
  const nonces = tokens.map(({ nonce }) => fromBase64url(nonce, 32));
  const [key] = keysToTry(world.info.tokenKeys, deps.clock.now());
  const refundKey = key ? { refundKey: key.id } : {};
  return { nonces, tokens, refunds: refundsFor(nonces, key, world, deps), refundKey };
}

/** Tokens that a post costs. protocol.md 4. */
export function priceOf({ kind, pictures }: Pick<ComposeThread | ComposeReply, 'kind' | 'pictures'>): number {
  if (pictures?.length) return protocolLimits.tokensWithPicture;
  return kind === 'thread' ? protocolLimits.tokensForThread : protocolLimits.tokensForReply;
}

/** Language and pictures of a body; their files stand beside it. */
function besideWords({ lang, pictures }: ComposeThread | ComposeReply) {
  const signed = pictures?.map(({ file: _beside, ...picture }) => picture);
  return { ...(lang ? { lang } : {}), ...(signed?.length ? { pictures: signed } : {}) };
}

const withFiles = (envelope: Envelope, { pictures }: ComposeThread | ComposeReply): Envelope =>
  pictures?.length ? { ...envelope, pictures: pictures.map(({ file }) => toBase64url(file)) } : envelope;

const mentionsIn = ({ mentions }: ComposeReply | ComposeEdit) =>
  mentions?.length ? { mentions: mentions.map((one) => fromBase64url(one, 48)) } : {};

async function buildThread(
  compose: ComposeThread,
  item: StoredItem,
  world: World,
  deps: BuildDeps,
): Promise<BuiltAct> {
  deps.labels.resolve(compose.label); // fails before a token is set aside
  const paid = await pay(priceOf(compose), item, world, deps);
  const { title, text, poll } = compose;
  const said = { title, text, ...(poll ? { poll } : {}), ...besideWords(compose), nonces: paid.nonces };
  const act = makeThread({ ...author(compose.room, world, deps), ...said });
  const entry = await enter(act.thread, compose.label, deps);
  const envelope = withFiles(wrap(act, { pseudonym: toBase64url(entry.pseudonym), entry }, paid), compose);
  return {
    built: { envelope, thread: toBase64url(act.thread), onWire: false, reenter: false, ...paid.refundKey },
    label: entry.label,
  };
}

async function buildReply(
  compose: ComposeReply,
  item: StoredItem,
  world: World,
  deps: BuildDeps,
): Promise<BuiltAct> {
  const who = await identity(compose, deps);
  const paid = await pay(priceOf(compose), item, world, deps);
  const { text } = compose;
  const act = makeReply({
    ...author(compose.room, world, deps),
    thread: fromBase64url(compose.thread, 32),
    target: fromBase64url(compose.target, 32),
    text,
    ...besideWords(compose),
    ...mentionsIn(compose),
    nonces: paid.nonces,
  });
  return {
    built: {
      envelope: withFiles(wrap(act, who, paid), compose),
      thread: compose.thread,
      onWire: false,
      reenter: false,
      ...paid.refundKey,
    },
    label: who.label,
  };
}

async function buildChange(
  compose: ComposeEdit | ComposeDelete,
  world: World,
  deps: BuildDeps,
): Promise<BuiltAct> {
  const { room, thread, target } = compose;
  const { alias, post, title } = await lookUpThread(deps.talk, deps.aliases, { room, thread, post: target });
  if (!post) throw new ApiError('unknown-post');
  if (!alias || alias.pseudonym !== post.pseudonym) throw new ApiError('not-author');
  if (post.deleted) throw new ApiError('post-deleted');
  const change = {
    ...author(room, world, deps),
    thread: fromBase64url(thread, 32),
    target: fromBase64url(target, 32),
    prev: fromBase64url(post.lastAct, 32),
  };
  const opens = post.parent === null;
  const act =
    compose.kind === 'delete'
      ? makeDelete(change)
      : makeEdit({
          ...change,
          text: compose.text,
          ...mentionsIn(compose),
          ...(opens ? { title: compose.title ?? title } : {}),
        });
  const envelope = wrap(act, alias);
  return { built: { envelope, thread, onWire: false, reenter: false }, label: alias.label };
}

/**
 * Makes an act out of what was composed. Throws `ApiError` with the code that a person can act upon; tokens that
 * were set aside stay with the item.
 */
export async function buildAct(item: StoredItem, deps: BuildDeps): Promise<BuiltAct> {
  const world = await deps.worlds.load();
  await deps.labels.load();
  const { compose } = item;
  if (compose.kind === 'thread') return buildThread(compose, item, world, deps);
  if (compose.kind === 'reply') return buildReply(compose, item, world, deps);
  if (compose.kind === 'react') return buildReaction(compose, world, deps);
  if (compose.kind === 'ballot') return buildBallot(compose, world, deps);
  if (compose.kind === 'report') return buildReport(compose, world, deps);
  if (compose.kind === 'appeal') return buildAppeal(compose, world, deps);
  return buildChange(compose, world, deps);
}
