import { fromBase64url, type Presentation, presentationToWire, toBase64url } from '@teahouse/protocol';
import { ApiError } from '../errors.ts';
import type { LabelChoice } from '../talk/labels.ts';
import { requirePublished } from '../talk/world.ts';
import type { BuildDeps, BuiltAct } from './build-deps.ts';
import { lookUpThread } from './thread-lookup.ts';
import type { Built, StoredItem } from './types.ts';

/** A presentation for a thread under the chosen label, widened where it has to be. */
export async function enter(thread: Uint8Array, choice: LabelChoice, deps: BuildDeps): Promise<Presentation> {
  const { credential, option } = deps.labels.resolve(choice);
  requirePublished(credential, await deps.worlds.load());
  const { issuerPublicKey, signature, epoch, company, industry, standing } = credential;
  return deps.prover.present(
    {
      issuerPublicKey,
      signature,
      credential: { epoch, company, industry, standing },
      kind: option.kind,
      context: thread,
      seed: deps.wallet.seed(),
    },
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
  const choice =
    compose.kind === 'thread' ? compose.label : compose.kind === 'reply' ? compose.label : undefined;
  const entry = await enter(fromBase64url(built.thread, 32), choice ?? { kind: 'alias' }, deps);
  const { entry: _old, ...rest } = built.envelope;
  const envelope = { ...rest, pseudonym: toBase64url(entry.pseudonym), entry: presentationToWire(entry) };
  return { built: { ...built, envelope, reenter: false }, label: entry.label };
}

/** The same act by the alias that is in the thread already. Throws `alias-missing` where there is none. */
export async function withoutEntry(item: StoredItem, built: Built, deps: BuildDeps): Promise<BuiltAct> {
  const { room } = item.compose;
  const { alias } = await lookUpThread(deps.talk, deps.aliases, { room, thread: built.thread });
  if (!alias) throw new ApiError('alias-missing');
  await deps.aliases.remember(built.thread, { room, pseudonym: alias.pseudonym, label: alias.label });
  const { entry: _old, ...rest } = built.envelope;
  const envelope = { ...rest, pseudonym: alias.pseudonym };
  return { built: { ...built, envelope, reenter: false }, label: alias.label };
}
