import { randomUUID } from 'node:crypto';
import { type Badge, membersLimits } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import { TeahouseError } from '@teahouse/kit/problem';
import { dayOf } from '@teahouse/protocol';
import type { Member } from '../accounts/types.ts';
import type { Context } from '../context.ts';
import { dayAfter } from '../days.ts';
import { fail } from '../errors.ts';
import * as store from './store.ts';

/**
 * Puts a badge's photo into the reviewers' queue, made small and sealed under a key of its own.
 * Throws `badge-invalid`, `too-large`, `company-unknown`, `badge-waits`, `too-many`, `busy`.
 */
export async function sendBadge(
  ctx: Context,
  who: Member,
  i: { company: string; picture: string },
): Promise<Badge> {
  await ctx.guard.beforeBadge(who.account);
  const file = Buffer.from(i.picture, 'base64url');
  if (file.length > membersLimits.badgeBytes) throw fail('too-large');
  if (!(await store.isCompany(ctx.pool, i.company))) throw fail('company-unknown');
  const photo = await ctx.pictures.encode(file).catch((error: unknown) => {
    throw error instanceof TeahouseError && error.code === 'picture-invalid' ? fail('badge-invalid') : error;
  });
  const id = randomUUID();
  const row = { id, account: who.account, company: i.company, sent: dayOf(ctx.clock.now()) };
  try {
    // The key is on disk before the row is: a row without a key could never be decided on.
    const made = await store.insertBadge(ctx.pool, { ...row, sealed: ctx.badgeKeys.seal(id, photo.file) });
    if (!made) throw fail('badge-waits');
    return made;
  } catch (error) {
    ctx.badgeKeys.destroy(id);
    throw error;
  }
}

/** Takes a badge back that waits; its photo is destroyed. Throws `badge-unknown`. */
export async function withdrawBadge(ctx: Context, who: Member, badge: string): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    if (!(await store.deleteBadge(tx, who.account, badge))) throw fail('badge-unknown');
    ctx.badgeKeys.destroy(badge);
  });
}

/**
 * Refuses what waited too long, and destroys keys of badges that wait no more, as of an account that was deleted. A key
 * may be a moment older than its row, so it goes when the sweep before this one found it idle too.
 */
export function createBadgeSweep(ctx: Pick<Context, 'pool' | 'badgeKeys'>): (now: Date) => Promise<void> {
  let idleBefore = new Set<string>();
  return async (now) => {
    const before = dayAfter(now, -membersLimits.badgeDays);
    for (const badge of await store.expireBadges(ctx.pool, before, dayOf(now))) ctx.badgeKeys.destroy(badge);
    const keys = ctx.badgeKeys.list();
    const waiting = keys.length > 0 ? await store.findWaiting(ctx.pool, keys) : new Set<string>();
    const idle = keys.filter((badge) => !waiting.has(badge));
    for (const badge of idle) if (idleBefore.has(badge)) ctx.badgeKeys.destroy(badge);
    idleBefore = new Set(idle);
  };
}
