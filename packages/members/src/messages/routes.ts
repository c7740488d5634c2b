import type { MessageRoutes } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { countedMember } from '../people/reading.ts';
import { readThread, send } from './service.ts';
import * as templates from './template-store.ts';

/** Handlers of messages in an application, and of what a company writes often. */
export function messageHandlers(ctx: Context): Handlers<MessageRoutes> {
  return {
    async thread({ params, query, request }) {
      const { account } = await countedMember(ctx, request);
      return readThread(ctx, account, { application: params.application, before: query.before });
    },
    sendMessage: ({ params: { application, message: id }, body, request }) =>
      send(
        ctx,
        { account: memberOf(request).account, today: dayOf(ctx.clock.now()) },
        { application, id, text: body.text },
      ),
    async templates({ params, request }) {
      const found = await templates.readTemplates(ctx.pool, memberOf(request).account, params.company);
      if (!found) throw fail('not-recruiter');
      return { templates: found };
    },
    async addTemplate({ params, body, request }) {
      const { account } = memberOf(request);
      const made = await withTransaction(ctx.pool, (tx) =>
        templates.insertTemplate(tx, account, { ...params, ...body }),
      );
      if (!made) throw fail('not-recruiter');
      if (made === 'full') throw fail('templates-full');
      return made;
    },
    async editTemplate({ params: { company, template: id }, body, request }) {
      const { account } = memberOf(request);
      const done = await templates.updateTemplate(ctx.pool, account, { company, id, ...body });
      if (!done) throw fail('template-unknown');
      if (done === 'changed') throw fail('template-changed');
      return done;
    },
    async dropTemplate({ params: { company, template: id }, request }) {
      const { account } = memberOf(request);
      if (!(await templates.deleteTemplate(ctx.pool, account, { company, id })))
        throw fail('template-unknown');
    },
  };
}
