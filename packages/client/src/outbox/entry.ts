import {
  ballotContext,
  ballotKindOf,
  ballotTarget,
  fromBase64url,
  type LabelKind,
  type Presentation,
  presentationToWire,
  reportContext,
  toBase64url,
} from '@teahouse/protocol';
import { ApiError, clientError } from '../errors.ts';
import type { LabelChoice } from '../talk/labels.ts';
import { requirePublished } from '../talk/world.ts';
import type { StoredCredential } from '../wallet/credentials.ts';
import type { BuildDeps, BuiltAct } from './build-deps.ts';
import { lookUpThread } from './thread-lookup.ts';
import type { Built, ComposeBallot, ComposeReport, StoredItem } from './types.ts';

/** A presentation for a thread under the chosen label, widened where it has to be. */
export async function enter(thread: Uint8Array, choice: LabelChoice, deps: BuildDeps): Promise<Presentation> {
  const { credential, option } = deps.labels.resolve(choice);
  return show(credential, option.kind, thread, deps);
}

/**
 * A presentation for a ballot, by a credential of the month in which the post was made, whether or not that still speaks.
 * Throws `credential-missing` where the device holds none of that month, `ballot-foreign` where none of that company.
 */
export async function enterBallot(compose: ComposeBallot, deps: BuildDeps): Promise<Presentation> {
  const { company } = compose;
  const ofMonth = deps.wallet.ofEpoch(openingEpochOf(compose));
  const current = ofMonth.filter(({ standing }) => standing === 'current');
  const credential = company === null ? ofMonth[0] : current.find((one) => one.company === company);
  if (ofMonth.length === 0) throw clientError('credential-missing', openingEpochOf(compose));
  if (!credential) throw new ApiError('ballot-foreign');
  return show(credential, company === null ? 'alias' : 'company', contextOfBallot(compose), deps);
}

/** A presentation for a report: a credential that counts now, and nothing else of it. */
export async function enterReport(
  { target }: Pick<ComposeReport, 'target'>,
  deps: BuildDeps,
): Promise<Presentation> {
  const { credential } = deps.labels.resolve({ kind: 'alias' });
  return show(credential, 'alias', reportContext(fromBase64url(target, 32)), deps);
}

/** The month whose credentials vote: that in which the post was made. */
export const openingEpochOf = ({ slot }: Pick<ComposeBallot, 'slot'>): string => slot.slice(0, 7);

/** Context of a ballot, 32 bytes. */
export const contextOfBallot = (compose: Pick<ComposeBallot, 'choice' | 'target' | 'slot'>): Uint8Array =>
  ballotContext(
    ballotTarget(ballotKindOf(compose.choice), fromBase64url(compose.target, 32)),
    openingEpochOf(compose),
  );

async function show(
  held: StoredCredential,
  kind: LabelKind,
  context: Uint8Array,
  deps: BuildDeps,
): Promise<Presentation> {
  requirePublished(held, await deps.worlds.load());
  const { issuerPublicKey, signature, epoch, company, industry, standing } = held;
  const credential = { epoch, company, industry, standing };
  const seed = deps.wallet.seed();
  return deps.prover.present(
    { issuerPublicKey, signature, credential, kind, context, seed },
    ...(deps.onProof ? [deps.onProof] : []),
  );
}

/**
 * The same act with another entry, or none: header, tokens and signature stay, as the label stands outside them.
 * For a credential that went stale, a label that was too narrow, an alias that was or wasn't there.
 */
export async function reenter(item: StoredItem, built: Built, deps: BuildDeps): Promise<BuiltAct> {
  await deps.worlds.load();
  await deps.labels.load();
  const { compose } = item;
  const choice = 'label' in compose ? compose.label : undefined;
  const thread = fromBase64url(built.thread, 32);
  const entry =
    compose.kind === 'ballot'
      ? await enterBallot(compose, deps)
      : compose.kind === 'report'
        ? await enterReport(compose, deps)
        : await enter(thread, choice ?? { kind: 'alias' }, deps);
  const { entry: _old, ...rest } = built.envelope;
  const envelope = { ...rest, pseudonym: toBase64url(entry.pseudonym), entry: presentationToWire(entry) };
  return { built: { ...built, envelope, reenter: false }, label: entry.label };
}

/**
 * The same act by the alias that is in the thread already. One that only reacted so far stands in no view of the thread,
 * so its label isn't known here; its pseudonym is the one that was just proved.
 */
export async function withoutEntry(item: StoredItem, built: Built, deps: BuildDeps): Promise<BuiltAct> {
  const { room } = item.compose;
  const { alias } = await lookUpThread(deps.talk, deps.aliases, { room, thread: built.thread });
  const pseudonym = alias?.pseudonym ?? built.envelope.pseudonym;
  const label = alias?.label ?? null;
  await deps.aliases.remember(built.thread, { room, pseudonym, label });
  const { entry: _old, ...rest } = built.envelope;
  return { built: { ...built, envelope: { ...rest, pseudonym }, reenter: false }, label };
}
