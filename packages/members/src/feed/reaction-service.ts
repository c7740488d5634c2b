import { membersLimits as l, type PostReaction, type Reactions } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { forget, tell } from '../notices/tell.ts';
import { readCards } from '../people/cards.ts';
import { readId } from './cursor.ts';
import type { Member } from './post-service.ts';
import * as store from './reaction-store.ts';

/** Reacts, or changes the reaction: others are told of the first alone. Throws `post-unknown`. */
export async function react(ctx: Context, who: Member, post: string, kind: PostReaction): Promise<void> {
  const { account, today: day } = who;
  const told = await withTransaction(ctx.pool, async (tx) => {
    const put = await store.putReaction(tx, { account, post, kind });
    if (!put) throw fail('post-unknown');
    if (!put.fresh || put.author === account) return false;
    await store.queueReaction(tx, put.seq, account);
    await tell(tx, { kind: 'reaction', subject: post, by: account, to: [put.author], day });
    return true;
  });
  if (told) ctx.requestSpread();
}

/** Takes the reaction back, and what it told others. Where there is none, nothing happens. */
export async function unreact(ctx: Context, who: Member, post: string): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    if (!(await store.takeReaction(tx, who.account, post))) return;
    await forget(tx, { kind: 'reaction', subject: post, by: who.account });
  });
}

/** Who reacted and how. Throws `post-unknown`, `cursor-invalid`. */
export async function listReactions(
  ctx: Context,
  who: Member,
  i: { post: string; after: string | undefined },
): Promise<z.input<typeof Reactions>> {
  const after = i.after === undefined ? undefined : readId(i.after);
  const rows = await store.readReactions(ctx.pool, { reader: who.account, post: i.post, after });
  if (!rows) throw fail('post-unknown');
  const page = rows.slice(0, l.peoplePage);
  const cards = await readCards(
    ctx.pool,
    who,
    page.map(({ id }) => id),
  );
  const reactions = page.flatMap(({ id, kind }) => {
    const member = cards.get(id);
    return member ? [{ member, kind }] : [];
  });
  return { reactions, next: rows.length > l.peoplePage ? (page.at(-1)?.id ?? null) : null };
}
