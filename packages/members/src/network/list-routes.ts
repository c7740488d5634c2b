import { type MemberCard, membersLimits, type membersRoutes } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { readCards } from '../people/cards.ts';
import { countedMember } from '../people/reading.ts';
import * as lists from './lists.ts';
import { findSuggestions } from './suggestions.ts';

export type ListRoutes = Pick<
  typeof membersRoutes,
  'requests' | 'connections' | 'mutuals' | 'follows' | 'blocks' | 'suggestions'
>;

const { pageSize } = membersLimits.network;
const most = pageSize + 1;

/** Handlers of the lists: each a statement for the rows and one for the cards. */
export function listHandlers(ctx: Context): Handlers<ListRoutes> {
  const today = () => dayOf(ctx.clock.now());
  /** Rows with their cards; whoever has none (gone, or blocked) is left out of the page. */
  async function withCards<T extends { id: string }>(
    account: string,
    rows: readonly T[],
  ): Promise<(T & { member: MemberCard })[]> {
    const reader = { account, today: today() };
    const cards = await readCards(
      ctx.pool,
      reader,
      rows.map(({ id }) => id),
    );
    return rows.flatMap((row) => {
      const member = cards.get(row.id);
      return member ? [{ ...row, member }] : [];
    });
  }

  async function members(account: string, found: { id: string }[]) {
    const { rows, last } = lists.pageOf(found, pageSize);
    const shown = await withCards(account, rows);
    return { members: shown.map(({ member }) => member), next: last?.id ?? null };
  }

  return {
    async requests({ query: { side, cursor }, request }) {
      const { account } = memberOf(request);
      const after = lists.readDayCursor(cursor);
      const found = await lists.listRequests(ctx.pool, { account, side, after, most });
      const { rows, last } = lists.pageOf(found, pageSize);
      return { requests: await withCards(account, rows), next: last ? lists.dayCursor(last) : null };
    },
    async connections({ query: { q, cursor }, request }) {
      const { account } = memberOf(request);
      const after = lists.readDayCursor(cursor);
      const found = await lists.listConnections(ctx.pool, { account, q: q.trim(), after, most });
      const { rows, last } = lists.pageOf(found, pageSize);
      const shown = await withCards(account, rows);
      return {
        connections: shown.map(({ member, day: since }) => ({ member, since })),
        next: last ? lists.dayCursor(last) : null,
      };
    },
    async mutuals({ params: { member: other }, query: { cursor: after }, request }) {
      const { account } = await countedMember(ctx, request);
      return members(account, await lists.listMutuals(ctx.pool, { account, other, after, most }));
    },
    async follows({ query: { side, cursor: after }, request }) {
      const { account } = memberOf(request);
      return members(account, await lists.listFollows(ctx.pool, { account, side, after, most }));
    },
    async blocks({ query: { cursor: after }, request }) {
      const { account } = memberOf(request);
      const { rows, last } = lists.pageOf(
        await lists.listBlocks(ctx.pool, { account, after, most }),
        pageSize,
      );
      return { blocks: rows, next: last?.id ?? null };
    },
    async suggestions({ request }) {
      const { account } = memberOf(request);
      const found = await findSuggestions(ctx.pool, account, today());
      const shown = await withCards(account, found);
      return { suggestions: shown.map(({ member, reason }) => ({ member, reason })) };
    },
  };
}
