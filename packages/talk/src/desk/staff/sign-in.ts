import {
  deskLimits,
  type Enrol,
  type EnrolConfirm,
  type Enrolling,
  type SignIn,
  type Staff,
} from '@teahouse/contract/desk';
import type { FastifyReply, FastifyRequest } from '@teahouse/kit/http';
import type { z } from 'zod';
import { bytesOf, slotNumber } from '../../wire.ts';
import type { DeskContext } from '../context.ts';
import { refuse } from '../errors.ts';
import * as cookies from './cookies.ts';
import { hashInvite, presentStaff } from './people.ts';
import * as store from './store.ts';
import { describeSecret, sealTotp, stepOf, useCode } from './totp.ts';

export type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** Signs in the browser that asks: for `sessionHours`, whatever it does meanwhile. */
export function openSession(ctx: DeskContext, { reply }: Exchange, staff: store.StaffRow): Staff {
  const until = ctx.clock.now().getTime() + deskLimits.sessionHours * 60 * 60_000;
  cookies.giveSession(ctx, reply, { staff: staff.id, generation: staff.generation, until });
  cookies.giveKnown(ctx, reply, staff.id);
  return presentStaff(staff);
}

/**
 * Signs in with name, password and code. All that can be wrong gives one answer, after the same work. Throws
 * `desk-sign-in`, `too-many`, `busy`.
 */
export async function signIn(
  ctx: DeskContext,
  exchange: Exchange,
  given: z.output<typeof SignIn>,
): Promise<Staff> {
  const staff = await store.findByName(ctx.pool, given.name);
  const browser = staff && cookies.knownBrowser(ctx, exchange.request, staff.id);
  const guessed = { name: given.name, browser };
  await ctx.guard.before(guessed);
  const passwords = await ctx.passwords();
  const isActive = staff?.state === 'active';
  const isPassword = await passwords.verify((isActive && staff.password) || undefined, given.password);
  const isRight = isPassword && isActive && (await takeCode(ctx, staff, given.code));
  await ctx.guard.after(guessed, isRight);
  if (!isRight) throw refuse('desk-sign-in');
  return openSession(ctx, exchange, staff);
}

async function takeCode(ctx: DeskContext, { id, totp }: store.StaffRow, code: string): Promise<boolean> {
  if (!totp) return false;
  const after = useCode(ctx.keys, { id, totp }, code, ctx.clock.now());
  return after !== undefined && store.replaceTotp(ctx.pool, { id, before: totp, after });
}

/** Whoever holds the invitation. Throws `invite-unknown`. */
async function requireInvited(
  ctx: DeskContext,
  invite: string,
): Promise<store.StaffRow & { readonly hash: Buffer }> {
  const hash = hashInvite(bytesOf(invite));
  const staff = await store.findInvited(ctx.pool, hash, slotNumber(ctx.clock.now()));
  if (!staff) throw refuse('invite-unknown');
  return { ...staff, hash };
}

/**
 * What an authenticator is told. The secret follows from the invitation, so that nothing is kept before it was shown to
 * work. Throws `invite-unknown`.
 */
export async function enrol(
  ctx: DeskContext,
  { invite }: z.output<typeof Enrol>,
): Promise<z.input<typeof Enrolling>> {
  const { name } = await requireInvited(ctx, invite);
  const instance = ctx.window.peek()?.instance ?? 'Teahouse';
  return { name, ...describeSecret(ctx.keys.totpSecret(bytesOf(invite)), { name, instance }) };
}

/** Takes the invitation up and signs in. Throws `invite-unknown`, `desk-sign-in` where the code is wrong, `too-many`. */
export async function confirmEnrolment(
  ctx: DeskContext,
  exchange: Exchange,
  given: z.output<typeof EnrolConfirm>,
): Promise<Staff> {
  const staff = await requireInvited(ctx, given.invite);
  const guessed = { name: staff.name, browser: given.invite };
  await ctx.guard.before(guessed);
  const secret = ctx.keys.totpSecret(bytesOf(given.invite));
  const step = stepOf(secret, given.code, ctx.clock.now());
  await ctx.guard.after(guessed, step !== undefined);
  if (step === undefined) throw refuse('desk-sign-in');
  const password = await (await ctx.passwords()).hash(given.password);
  const totp = sealTotp(ctx.keys, staff.id, secret, step);
  if (!(await store.activate(ctx.pool, { id: staff.id, invite: staff.hash, password, totp })))
    throw refuse('invite-unknown');
  return openSession(ctx, exchange, { ...staff, state: 'active' });
}
