import { type JobRoutes, membersLimits as l } from '@teahouse/contract/members';
import type { FastifyRequest, Handlers } from '@teahouse/kit/http';
import { withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { countedMember, countedReader } from '../people/reading.ts';
import * as alerts from './alerts.ts';
import * as applications from './application-service.ts';
import { readOwn } from './application-store.ts';
import * as jobs from './job-service.ts';
import * as store from './job-store.ts';
import * as referrals from './referral-service.ts';
import { type JobTop, searchJobs } from './search.ts';

/** Opened by itself in a tab, a file can do nothing. */
const asFileOnly = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/** What `encodeURIComponent` leaves, and RFC 8187 does not allow. */
const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** Handlers of jobs and of those who look for one. */
export function jobHandlers(ctx: Context): Handlers<JobRoutes> {
  const me = (request: FastifyRequest): jobs.Asker => ({
    account: memberOf(request).account,
    today: dayOf(ctx.clock.now()),
  });
  const top: JobTop = { seen: 0 };
  return {
    async jobs({ query: { cursor, ...question }, request }) {
      const reader = await countedReader(ctx, request);
      return searchJobs(ctx.pool, reader, { question, cursor, top });
    },
    job: async ({ params, request }) => jobs.readJob(ctx, await countedReader(ctx, request), params.job),
    addJob: ({ body, request }) => jobs.addJob(ctx, me(request), body),
    editJob: ({ params, body, request }) => jobs.editJob(ctx, me(request), params.job, body),
    jobCompanies: async ({ request }) => ({
      companies: await store.readCompanies(ctx.pool, me(request).account),
    }),
    postedJobs: async ({ query, request }) =>
      jobs.pageOf(await store.readPosted(ctx.pool, me(request), query.after)),
    async saveJob({ params, request }) {
      const kept = await store.insertSave(ctx.pool, me(request).account, params.job);
      if (!kept) throw fail('job-unknown');
      if (kept === 'full') throw fail('saved-full');
    },
    async unsaveJob({ params, request }) {
      await store.deleteSave(ctx.pool, me(request).account, params.job);
    },
    savedJobs: async ({ query, request }) =>
      jobs.pageOf(await store.readSaved(ctx.pool, me(request), query.after)),
    jobAlerts: async ({ request }) => ({ alerts: await alerts.readAlerts(ctx.pool, me(request).account) }),
    async addAlert({ body, request }) {
      const { account, today } = me(request);
      const kept = await withTransaction(ctx.pool, (tx) =>
        alerts.insertAlert(tx, { account, today, question: body }),
      );
      if (!kept) throw fail('alerts-full');
      return kept;
    },
    async dropAlert({ params, request }) {
      const gone = await alerts.deleteAlert(ctx.pool, me(request).account, params.alert);
      if (!gone) throw fail('alert-unknown');
    },
    async jobContacts({ params, request }) {
      await countedMember(ctx, request);
      return referrals.listContacts(ctx, me(request), params.job);
    },
    async askReferral({ params, body, request }) {
      await referrals.ask(ctx, me(request), { ...params, note: body.note });
    },
    referrals: ({ request }) => referrals.list(ctx, me(request)),
    async answerReferral({ params, body, request }) {
      await referrals.answer(ctx, me(request), { referral: params.referral, ...body });
    },
    async dropReferral({ params, request }) {
      await referrals.drop(ctx, me(request), params.referral);
    },
    apply: ({ params, body, request }) => applications.apply(ctx, me(request), params.application, body),
    async ownApplications({ query, request }) {
      const found = await readOwn(ctx.pool, me(request), { after: query.after });
      const page = found.slice(0, l.jobPage);
      return { applications: page, next: found.length > l.jobPage ? (page.at(-1)?.id ?? null) : null };
    },
    ownApplication: ({ params, request }) => applications.readOne(ctx, me(request), params.application),
    async withdrawApplication({ params, request }) {
      await applications.withdraw(ctx, me(request), params.application);
    },
    async applicationFile({ params, request, reply }) {
      const { account } = await countedMember(ctx, request);
      const { name, file } = await applications.readFile(ctx, account, params.application);
      reply.headers(asFileOnly).header('cache-control', 'no-store');
      // RFC 6266: the name in full for who reads `filename*`, and one of plain letters for the rest.
      const plain = `attachment; filename="application.pdf"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`;
      return reply.header('content-disposition', plain).type('application/pdf').send(file);
    },
  };
}
