import { decodeHeader, epochOf, fromBase64url, ProtocolError, toBase64url } from '@teahouse/protocol';
import type { TalkCaller } from '../call.ts';
import { ApiError } from '../errors.ts';
import { voteKey } from '../talk/votes.ts';
import { refundAfter } from '../tokens/refunds.ts';
import type { Box } from './box.ts';
import { buildAct } from './build.ts';
import type { BuildDeps, BuiltAct } from './build-deps.ts';
import { lookUpVote } from './build-vote.ts';
import { openingEpochOf, reenter, withoutEntry } from './entry.ts';
import { randomGap, retryDelay } from './plan.ts';
import type { Traffic } from './traffic.ts';
import { type Built, type ComposeVote, contextOf, isVote, type StoredItem } from './types.ts';

type Accepted = Awaited<ReturnType<TalkCaller['act']>>;

interface DeliverDeps extends BuildDeps {
  readonly traffic: Traffic;
  readonly box: Box;
}

/** Codes after which the same bytes are sent again by themselves. */
const passing = new Set([
  ...['offline', 'busy', 'unavailable', 'storage-full', 'too-many', 'too-slow', 'internal'],
  'log-behind',
]);

const asApiError = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error;
  return new ApiError(error instanceof ProtocolError ? error.code : 'internal', { cause: error });
};

/** Tries one item once: builds it unless it is built, sends it, and stores what came of it. Never throws for the act. */
export async function deliver(first: StoredItem, deps: DeliverDeps): Promise<void> {
  const { box } = deps;
  let item = first;
  try {
    // Also what was built before the client stopped stays here.
    await deps.guard.requireGoing();
    if (!item.built || item.built.reenter) {
      await box.save({ ...item, state: { name: 'proving' } });
      item = withAct(item, item.built ? await reenter(item, item.built, deps) : await buildAct(item, deps));
    }
    const built = item.built as Built;
    // Stored as sent before it is: after a crash here the same bytes go out, never others with the same tokens.
    item = { ...item, built: { ...built, onWire: true }, state: { name: 'sending' } };
    await box.save(item);
    const accepted = await deps.talk.act({ params: { room: item.compose.room }, body: built.envelope });
    await settle(item, built, accepted, deps);
  } catch (error) {
    await refuse(item, asApiError(error), deps);
  }
}

const withAct = (item: StoredItem, { built, label }: BuiltAct): StoredItem => ({ ...item, built, label });

async function settle(item: StoredItem, built: Built, accepted: Accepted, deps: DeliverDeps): Promise<void> {
  const { compose, label } = item;
  const { pseudonym } = built.envelope;
  // The pseudonym of a ballot or a report is that of its own context: no alias bears it.
  if (compose.kind === 'ballot') {
    const { choice } = compose;
    await deps.votes.remember(voteKey(compose), { choice, pseudonym, lastAct: accepted.id });
  } else if (compose.kind !== 'report')
    await deps.aliases.remember(built.thread, { room: compose.room, pseudonym, label });
  if (compose.kind === 'react') {
    await deps.votes.remember(voteKey(compose), { reaction: compose.reaction, lastAct: accepted.id });
  }
  await deps.purse.drop(item.id);
  await expectRefund(compose.room, built, accepted, deps);
  await deps.box.left(contextOf(item), deps.clock.now().getTime());
  await deps.box.save({ ...item, built: null, state: { name: 'sent', ...accepted } });
}

/** What the post is to give back is looked for in a day. protocol.md 5. */
async function expectRefund(room: string, built: Built, { id }: Accepted, deps: DeliverDeps): Promise<void> {
  const { refundKey, envelope } = built;
  if (refundKey === undefined || envelope.refunds.length === 0) return;
  const nonces = decodeHeader(fromBase64url(envelope.header)).nonces.map(toBase64url);
  const due = deps.clock.now().getTime() + refundAfter;
  await deps.refunds.expect(id, { room, keyId: refundKey, nonces, due });
}

async function refuse(item: StoredItem, error: ApiError, deps: DeliverDeps): Promise<void> {
  if (passing.has(error.code)) return fail(item, error, deps);
  try {
    const before = item.recovered.filter((code) => code === error.code).length;
    const most = error.code === 'token-spent' ? 3 : 1; // another device may be spending at this moment
    const next = before < most ? await recover(item, error.code, deps) : undefined;
    if (next) return await deps.box.save({ ...next, recovered: [...item.recovered, error.code] });
  } catch (second) {
    const cause = asApiError(second);
    return passing.has(cause.code) ? fail(item, cause, deps) : settleRefused(item, cause, deps);
  }
  await settleRefused(item, error, deps);
}

async function fail(item: StoredItem, error: ApiError, deps: DeliverDeps): Promise<void> {
  const tries = item.tries + 1;
  const retryAt = deps.clock.now().getTime() + retryDelay(tries, error.retryAfter, deps.rng);
  await deps.box.save({ ...item, tries, state: { name: 'failed', code: error.code, retryAt } });
}

async function settleRefused(item: StoredItem, error: ApiError, deps: DeliverDeps): Promise<void> {
  const offer = error.code === 'label-below-floor' ? await widerOffer(item, deps) : null;
  const { code, issues } = error;
  await deps.box.save({ ...item, tries: item.tries + 1, state: { name: 'refused', code, issues, offer } });
}

/** The next wider label by the newest counts, for the person to accept. */
async function widerOffer({ compose, label }: StoredItem, deps: DeliverDeps) {
  if (compose.kind === 'ballot' || compose.kind === 'report') return null;
  await deps.worlds.load(true).catch(() => undefined);
  const choice = 'label' in compose ? compose.label : undefined;
  const kind = label?.kind ?? choice?.kind ?? 'alias';
  const wider = deps.labels.wider({ ...choice, kind });
  return wider ? { kind: wider.kind, n: wider.n } : null;
}

/**
 * With the month's credentials. Fetching them is seen by members, so the act follows a while later: the two can't be
 * joined by their time, unless the person insists.
 */
async function afterFetching(item: StoredItem, deps: DeliverDeps): Promise<StoredItem> {
  await deps.wallet.refresh();
  await deps.worlds.load(true);
  const now = deps.clock.now().getTime();
  const notBefore = item.insisted ? now : now + randomGap(deps.rng, await deps.traffic.reach(item.compose));
  return { ...item, notBefore, state: { name: 'waiting', until: notBefore } };
}

/** The item as it should be tried again after this refusal; undefined when a person has to decide. */
async function recover(item: StoredItem, code: string, deps: DeliverDeps): Promise<StoredItem | undefined> {
  const { built } = item;
  if (code === 'credential-missing') {
    // Of an earlier month, perhaps. Who never held any has nothing to fetch, nor is there any for a ballot of the past.
    if (deps.wallet.snapshot().credentials.length === 0) return undefined;
    const { compose } = item;
    if (compose.kind === 'ballot' && openingEpochOf(compose) !== epochOf(deps.clock.now())) return undefined;
    const renewed = await afterFetching(item, deps);
    return deps.wallet.usable().length > 0 ? renewed : undefined;
  }
  if (!built) return undefined;
  const again = { ...item, state: { name: 'waiting', until: item.notBefore } } as const;
  const anew = isVote(item.compose) ? await recoverVote(item.compose, built, code, deps) : false;
  if (anew) return { ...again, built: null };
  switch (code) {
    case 'epoch-stale':
    case 'issuer-key-unknown':
      return { ...(await afterFetching(item, deps)), built: { ...built, reenter: true } };
    case 'alias-missing':
      return { ...again, built: { ...built, reenter: true } };
    case 'alias-mismatch':
      return withAct(again, await withoutEntry(item, built, deps));
    case 'token-invalid':
      // After a restore talk has another key, and what was drawn under the old one is void.
      await deps.purse.drop(item.id);
      await deps.worlds.load(true);
      return { ...again, built: null };
    case 'token-spent':
      await deps.purse.drop(item.id);
      await deps.dropSpent();
      return { ...again, built: null };
    default:
      return undefined;
  }
}

/** Whether a vote is to be made anew: another device voted, or the server lost a ballot; the public file says which. */
async function recoverVote(
  compose: ComposeVote,
  { envelope }: Built,
  code: string,
  deps: DeliverDeps,
): Promise<boolean> {
  const lost = code === 'alias-missing' && compose.kind === 'ballot';
  if (code !== 'prev-conflict' && !lost) return false;
  await lookUpVote(compose, envelope.pseudonym, deps);
  return true;
}
