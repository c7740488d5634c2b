import { membersLimits, type OwnProfile } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import type { Member } from '../accounts/types.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { dropUses, useDrafts } from '../pictures/store.ts';
import { readOwn } from './service.ts';

const { photoSide } = membersLimits.profile;

/**
 * Shows a picture that the member sent before as the photo; the one of before goes with its last use.
 * Throws `picture-unknown` (gone, or somebody else's), `photo-not-square`.
 */
export async function setPhoto(ctx: Context, who: Member, picture: string): Promise<OwnProfile> {
  const { account } = who;
  const hash = Buffer.from(picture, 'base64url');
  await withTransaction(ctx.pool, async (tx) => {
    await dropUses(tx, { kinds: ['profile'], holder: account });
    const used = await useDrafts(tx, { kind: 'profile', holder: account, account, hashes: [hash] });
    if (used === 0) throw fail('picture-unknown');
    if (!(await updatePhoto(tx, account, hash))) throw fail('photo-not-square');
  });
  return readOwn(ctx, who);
}

/** False where the picture is no square, or too large. */
async function updatePhoto(tx: Queryable, account: string, hash: Buffer): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE profiles SET photo = $2, hidden_parts = array_remove(hidden_parts, 'photo') WHERE account_id = $1
       AND EXISTS (SELECT FROM pictures WHERE hash = $2 AND width = height AND width <= $3)`,
    [account, hash, photoSide],
  );
  return rowCount === 1;
}

/** Shows no photo; where there is none, nothing happens. */
export async function dropPhoto(ctx: Context, who: Member): Promise<OwnProfile> {
  await withTransaction(ctx.pool, async (tx) => {
    await dropUses(tx, { kinds: ['profile'], holder: who.account });
    await tx.query('UPDATE profiles SET photo = NULL WHERE account_id = $1 AND photo IS NOT NULL', [
      who.account,
    ]);
  });
  return readOwn(ctx, who);
}
