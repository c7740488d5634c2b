import type { Presentation } from '@teahouse/protocol';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { isInside } from '../rooms/service.ts';
import { issuerKeyFor } from '../window/epochs.ts';
import type { OpenedAct } from './envelope.ts';
import { type AliasRow, requireLabel, requireSameAlias, requireSignature } from './policy.ts';

/**
 * The alias of the thread that an act is by stands, or enters with it; then what has to be written is returned. Throws
 * `alias-missing`, `alias-mismatch`, `act-signature`, `epoch-stale`, `issuer-key-unknown`, `label-foreign`,
 * `label-below-floor`, `presentation-invalid`, `busy`.
 */
export async function requireAlias(
  ctx: TalkContext,
  act: OpenedAct,
  alias: AliasRow | undefined,
): Promise<Presentation | undefined> {
  if (alias) {
    if (act.entry) requireSameAlias(alias, act.entry);
    requireSignature(act, alias.public_key);
    return undefined;
  }
  const { entry, room } = act;
  if (!entry) throw refuse('alias-missing');
  requireSignature(act, entry.publicKey);
  const issuerPublicKey = await issuerKeyFor(ctx.window, ctx.clock, entry.label.epoch);
  // In a room for colleagues whoever speaks shows that it is one (product.md T1).
  const { label } = entry;
  const isColleague =
    label.kind === 'company' && label.company === room.company && label.standing === 'current';
  if (isInside(room) && !isColleague) throw refuse('label-foreign');
  requireLabel(entry.label, ctx.window.view(), ctx.config.floor);
  await ctx.verifier.verify({ issuerPublicKey, context: act.thread, presentation: entry });
  return entry;
}
