import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { sendPublic } from '../public-reply.ts';
import { bulkAliases, bulkRefunds, bulkSpent } from './service.ts';

type Routes = Pick<typeof talkRoutes, 'bulkAliases' | 'bulkSpent' | 'bulkRefunds'>;

export const bulkHandlers = ({ pool }: TalkContext): Handlers<Routes> => ({
  bulkAliases: async ({ query, request, reply }) =>
    sendPublic(request, reply, await bulkAliases(pool, query.after)),
  bulkSpent: async ({ query, request, reply }) => sendPublic(request, reply, await bulkSpent(pool, query)),
  bulkRefunds: async ({ query, request, reply }) =>
    sendPublic(request, reply, await bulkRefunds(pool, query)),
});
