import {
  membersLimits as l,
  type Notice,
  NoticeKind,
  type NoticeKinds,
  type NoticeRoutes,
} from '@teahouse/contract/members';
import { notify } from '@teahouse/kit/events';
import type { Handlers } from '@teahouse/kit/http';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { readCards } from '../people/cards.ts';
import * as store from './store.ts';
import { noticeChannel } from './tell.ts';

/** Handlers of what a member is told. Reading writes nothing: what is seen, the app says by a call of its own. */
export function noticeHandlers(ctx: Context): Handlers<NoticeRoutes> {
  const kindsOf = async (account: string): Promise<NoticeKinds> => {
    const off = await store.readKindsOff(ctx.pool, account);
    const kinds = NoticeKind.options.map((kind) => [kind, !off.includes(kind)]);
    return { kinds: Object.fromEntries(kinds) as NoticeKinds['kinds'] };
  };
  return {
    async notices({ query, request }) {
      const { account } = memberOf(request);
      const { rows, latest } = await store.readNotices(ctx.pool, account, query.before);
      const page = rows.slice(0, l.noticePage);
      const reader = { account, today: dayOf(ctx.clock.now()) };
      const cards = await readCards(ctx.pool, reader, [...new Set(page.flatMap(({ people }) => people))]);
      const notices = page.flatMap((row): Notice[] => {
        const people = row.people.flatMap((id) => (id === account ? [] : (cards.get(id) ?? [])));
        // Of whom the reader may not meet, there is nothing to tell.
        if (people.length === 0 && !row.people.includes(account)) return [];
        return [{ ...row, people, excerpt: row.excerpt ?? '' }];
      });
      const next = rows.length > l.noticePage ? (page.at(-1)?.n ?? null) : null;
      return { notices, latest, next };
    },
    noticesUnseen: async ({ request }) => ({
      unseen: await store.countUnseen(ctx.pool, memberOf(request).account),
    }),
    async noticesSeen({ body, request }) {
      const { account } = memberOf(request);
      // Other windows of the member count anew.
      if (await store.markSeen(ctx.pool, account, body.upTo)) await notify(ctx.pool, noticeChannel, account);
    },
    noticeKinds: ({ request }) => kindsOf(memberOf(request).account),
    async setNoticeKinds({ body, request }) {
      const { account } = memberOf(request);
      const wanted = (value: boolean) => NoticeKind.options.filter((kind) => body.kinds[kind] === value);
      await store.setKinds(ctx.pool, account, { off: wanted(false), on: wanted(true) });
      return kindsOf(account);
    },
    noticeEvents({ request, reply }) {
      ctx.streams.open(request, reply, memberOf(request).account);
      return reply;
    },
  };
}
