import type { Envelope } from '@teahouse/contract/talk';
import {
  fromBase64url,
  type MadeAct,
  type Presentation,
  presentationToWire,
  toBase64url,
} from '@teahouse/protocol';
import type { World } from '../talk/world.ts';
import type { PurseToken } from '../tokens/purse.ts';
import type { BuildDeps } from './build-deps.ts';
import { enter } from './entry.ts';
import { lookUpThread } from './thread-lookup.ts';
import type { ComposeReact, ComposeReply } from './types.ts';

/** The envelope of an act; without `paid` it spends nothing. */
export function wrap(
  act: MadeAct,
  who: { readonly pseudonym: string; readonly entry?: Presentation },
  paid: { readonly tokens: readonly PurseToken[]; readonly refunds: string[] } = { tokens: [], refunds: [] },
): Envelope {
  return {
    header: toBase64url(act.header),
    body: toBase64url(act.body),
    salt: toBase64url(act.salt),
    signature: toBase64url(act.signature),
    pseudonym: who.pseudonym,
    ...(who.entry ? { entry: presentationToWire(who.entry) } : {}),
    tokens: paid.tokens.map(({ token }) => token),
    refunds: paid.refunds,
  };
}

/** What every act of ours begins with. */
export const author = (room: string, world: World, deps: BuildDeps) => ({
  seed: deps.wallet.seed(),
  instance: world.info.instance,
  room,
  rng: deps.rng,
});

/** Who the person is in a thread: the alias that is there, or a new entry. */
export async function identity(compose: ComposeReply | ComposeReact, deps: BuildDeps) {
  const known = await deps.aliases.known(compose.thread);
  if (known?.pseudonym) return { pseudonym: known.pseudonym, label: known.label };
  // After a restore the device knows that it has an alias here, but not which label it took.
  const alias = known ? (await lookUpThread(deps.talk, deps.aliases, compose)).alias : undefined;
  if (alias) return { pseudonym: alias.pseudonym, label: alias.label };
  const entry = await enter(fromBase64url(compose.thread, 32), compose.label ?? { kind: 'alias' }, deps);
  return { pseudonym: toBase64url(entry.pseudonym), label: entry.label, entry };
}
