import { createHash } from 'node:crypto';
import type { DrawReply, DrawRequest } from '@teahouse/contract/talk';
import { isoWeek, openWeeks, type Presentation, tokensContext } from '@teahouse/protocol';
import type { z } from 'zod';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { presentationOf } from '../verify/presentation.ts';
import { issuerKeyFor } from '../window/epochs.ts';
import { bytesOf, textOf } from '../wire.ts';
import { signBlinded, type TokenKey } from './rsa.ts';
import { enterDraw } from './store.ts';

/**
 * Signs a week's tokens for whoever shows a credential, once per pseudonym, and so once a person and week; the same request
 * again gets the same signatures. Open are the present week and the one before (decision 0017). protocol.md 3. Throws `wrong-week`, `token-invalid`, `presentation-invalid`, `epoch-stale`,
 * `issuer-key-unknown`, `already-drawn`, `busy`.
 */
export async function draw(
  ctx: TalkContext,
  request: z.output<typeof DrawRequest>,
): Promise<z.input<typeof DrawReply>> {
  const { instance } = ctx.window.view();
  const now = ctx.clock.now();
  if (!openWeeks(now).includes(request.week)) throw refuse('wrong-week');
  const key = await requireKey(ctx, request.keyId);
  const blinded = request.blinded.map(bytesOf);
  const entry = presentationOf(request.entry);
  await requireEntry(ctx, entry, tokensContext(instance, request.week));

  const requestHash = createHash('sha256')
    .update(Buffer.concat([key.id, ...blinded]))
    .digest();
  // Signed before it is entered: blinded messages that can't be signed must not use up the week.
  const signatures = blinded.map((message) => signOne(key, message));
  const stands = await enterDraw(ctx.pool, {
    pseudonym: entry.pseudonym,
    drawnIn: isoWeek(now),
    requestHash,
  });
  if (!stands) throw refuse('already-drawn');
  return { signatures: signatures.map(textOf) };
}

/** Any key that counts: a draw may be repeated in the week in which the month changes. */
async function requireKey(ctx: TalkContext, keyId: string): Promise<TokenKey> {
  const keys = await ctx.tokenKeys.counting();
  const key = keys.find((one) => textOf(one.id) === keyId);
  if (!key) throw refuse('token-invalid');
  return key;
}

/** protocol.md 2: drawing discloses `v1` and the epoch alone, so that a draw says nothing about who drew. */
async function requireEntry(
  ctx: TalkContext,
  presentation: Presentation,
  context: Uint8Array,
): Promise<void> {
  if (presentation.label.kind !== 'alias') throw refuse('presentation-invalid');
  const issuerPublicKey = await issuerKeyFor(ctx.window, ctx.clock, presentation.label.epoch);
  await ctx.verifier.verify({ issuerPublicKey, context, presentation });
}

function signOne(key: TokenKey, blinded: Uint8Array): Buffer {
  const signature = signBlinded(key, blinded);
  if (!signature) throw refuse('token-invalid');
  return signature;
}
