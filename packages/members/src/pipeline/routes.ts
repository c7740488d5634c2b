import { membersLimits as l, type PipelineRoutes } from '@teahouse/contract/members';
import type { FastifyRequest, Handlers } from '@teahouse/kit/http';
import { withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import type { Asker } from '../jobs/job-service.ts';
import { countedMember } from '../people/reading.ts';
import * as board from './board-store.ts';
import { deleteNote, insertNote } from './candidate-store.ts';
import { toCsv } from './csv.ts';
import * as labels from './label-store.ts';
import * as service from './service.ts';

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/** Handlers of the recruiter's board. */
export function pipelineHandlers(ctx: Context): Handlers<PipelineRoutes> {
  const me = (request: FastifyRequest): Asker => ({
    account: memberOf(request).account,
    today: dayOf(ctx.clock.now()),
  });
  return {
    async hireJobs({ query, request }) {
      const found = await board.readJobs(ctx.pool, me(request), query.after);
      const jobs = found.slice(0, l.jobPage);
      return { jobs, next: found.length > l.jobPage ? (jobs.at(-1)?.job.id ?? null) : null };
    },
    board: ({ params, query, request }) =>
      service.readBoard(ctx, me(request), { job: params.job, cursor: query.cursor }),
    boardFound: async ({ params, query, request }) => ({
      applications: await board.findWords(ctx.pool, me(request), { job: params.job, q: query.q }),
    }),
    async exportApplications({ params, query, request, reply }) {
      const rows = await service.exportRows(ctx, me(request), { job: params.job, stage: query.stage });
      const text = query.as === 'csv' ? toCsv(rows) : `${JSON.stringify(rows, null, 2)}\n`;
      reply.header('content-disposition', `attachment; filename="applications.${query.as}"`);
      return reply.header('cache-control', 'no-store').type(types[query.as]).send(text);
    },
    moveApplications: ({ params, body, request }) => service.move(ctx, me(request), params.job, body.moves),
    async labelApplications({ params, body, request }) {
      const changed = await labels.setLabel(ctx.pool, me(request).account, { ...params, ...body });
      if (!changed) throw fail('label-unknown');
      return { changed };
    },
    async candidate({ params, request }) {
      await countedMember(ctx, request);
      return service.readOne(ctx, me(request), params.application);
    },
    async addNote({ params, body, request }) {
      const by = me(request);
      const done = await withTransaction(ctx.pool, (tx) =>
        insertNote(tx, by, { ...params, text: body.text }),
      );
      if (!done) throw fail('application-unknown');
      if (done === 'full') throw fail('notes-full');
    },
    async dropNote({ params, request }) {
      if (!(await deleteNote(ctx.pool, me(request).account, params.note))) throw fail('note-unknown');
    },
    async addLabel({ params, body, request }) {
      const made = await labels.insertLabel(ctx.pool, me(request).account, {
        company: params.company,
        label: body,
      });
      if (!made) throw fail('company-unknown');
      if (made === 'taken') throw fail('label-taken');
      if (made === 'full') throw fail('labels-full');
      return made;
    },
    async dropLabel({ params, request }) {
      if (!(await labels.deleteLabel(ctx.pool, me(request).account, params.label)))
        throw fail('label-unknown');
    },
  };
}
