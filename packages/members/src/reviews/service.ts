import { randomUUID } from 'node:crypto';
import { type Decide, membersLimits, type Review } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import type { Member } from '../accounts/types.ts';
import type { Context } from '../context.ts';
import { lockAccount } from '../employments/store.ts';
import { writeEmployment } from '../employments/write.ts';
import { fail } from '../errors.ts';
import { tell } from '../notices/tell.ts';
import * as store from './store.ts';

/** One page of the queue, or of what was decided; `next` leads to the following one. Throws `invalid-input`. */
export async function listReviews(
  ctx: Context,
  who: Member,
  i: { state: 'waits' | 'decided'; after?: string | undefined },
): Promise<{ reviews: Review[]; next: string | null }> {
  const most = membersLimits.reviewsPerPage;
  const after = i.after === undefined ? undefined : readPlace(i.after);
  const found = await store.listReviews(ctx.pool, {
    ...{ reviewer: who.account, state: i.state, after, most: most + 1 },
  });
  const reviews = found.slice(0, most);
  const last = found.length > most ? reviews.at(-1) : undefined;
  return { reviews, next: last ? `${last.decided ?? last.sent}_${last.id}` : null };
}

function readPlace(text: string): store.Place {
  const [, day, id] = /^(\d{4}-\d\d-\d\d)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  if (!day || !id || Number.isNaN(Date.parse(day))) throw fail('invalid-input');
  return { day, id };
}

/** Throws `badge-unknown`, `review-own`, `review-colleague`. */
async function openReview(
  ctx: Context,
  who: Member,
  badge: string,
  { photo }: { photo: boolean },
): Promise<store.OpenReview> {
  const review = await store.findReview(ctx.pool, { badge, reviewer: who.account, photo });
  if (!review) throw fail('badge-unknown');
  if (review.own) throw fail('review-own');
  if (review.colleague) throw fail('review-colleague');
  return review;
}

/** The photo (WebP). Who looked at it is kept nowhere. Throws as `decideReview`, and `badge-gone`. */
export async function readPhoto(ctx: Context, who: Member, badge: string): Promise<Buffer> {
  const { sealed } = await openReview(ctx, who, badge, { photo: true });
  const photo = sealed ? ctx.badgeKeys.open(badge, sealed) : undefined;
  if (!photo) throw fail('badge-gone');
  return photo;
}

/** Numbers are one where only spaces, marks or capitals differ. */
const comparedNumber = (typed: string) =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s._/#-]/g, '');

/**
 * Decides on a badge: writes the employment or the refusal, deletes the photo and destroys its key, all or nothing. The key
 * goes last before the commit: should that fail, the badge still waits and its photo can't be opened, never the other way
 * round. Throws `badge-unknown`, `review-own`, `review-colleague`, `number-taken`, `commitment-limit`.
 */
export async function decideReview(ctx: Context, who: Member, badge: string, i: Decide): Promise<void> {
  const { account, company } = await openReview(ctx, who, badge, { photo: false });
  const now = ctx.clock.now();
  const accepts = i.verdict === 'accept';
  await withTransaction(ctx.pool, async (tx) => {
    const decision = {
      ...{ badge, reviewer: who.account, words: i.words, today: dayOf(now) },
      ...(accepts
        ? { state: 'accepted' as const, reason: null }
        : { state: 'refused' as const, reason: i.reason }),
    };
    if (!(await lockAccount(tx, account)) || !(await store.writeDecision(tx, decision)))
      throw fail('badge-unknown');
    if (accepts) {
      const pin = ctx.keys.staffPin(company, comparedNumber(i.number));
      await writeEmployment(tx, { account, employment: randomUUID(), company, evidence: 'badge', pin }, now);
    }
    await tell(tx, { kind: 'verified', subject: badge, by: null, to: [account], day: dayOf(now) });
    ctx.badgeKeys.destroy(badge);
  });
  if (accepts && ctx.config.issuanceSchedule === 'immediate') ctx.requestBatch();
}
