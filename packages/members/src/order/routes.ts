import { membersLimits, type membersRoutes } from '@teahouse/contract/members';
import type { FastifyRequest, Handlers } from '@teahouse/kit/http';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { answerAppeal, appeal, listAppeals, readDecisions } from './appeal.ts';
import * as cases from './case-store.ts';
import { decide } from './decide.ts';
import { listDecisions, readCounts } from './log.ts';
import { readReports, report } from './report.ts';

type Routes = Pick<
  typeof membersRoutes,
  | 'report'
  | 'myReports'
  | 'myDecisions'
  | 'appeal'
  | 'houseCases'
  | 'houseCase'
  | 'assignHouseCase'
  | 'noteHouseCase'
  | 'decideHouseCase'
  | 'houseAppeals'
  | 'answerHouseAppeal'
  | 'houseLog'
  | 'houseCounts'
>;

const most = membersLimits.housePage;

/** Throws `invalid-input`. */
function dayPlace(cursor: string | undefined): { day: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, day, id] = /^(\d{4}-\d\d-\d\d)\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (day === undefined || id === undefined) throw badCursor();
  return { day, id };
}

function openPlace(cursor: string | undefined): { priority: number; day: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, priority, rest] = /^(\d{1,9})\.(.*)$/.exec(cursor) ?? [];
  const place = dayPlace(rest ?? '');
  if (priority === undefined || !place) throw badCursor();
  return { priority: Number(priority), ...place };
}

const badCursor = () =>
  fail('invalid-input', { issues: [{ path: 'query.cursor', message: 'not a cursor' }] });

/** A page of rows, and the place of its last one where there are more. */
function paged<T>(rows: readonly T[], place: (row: T) => string): { page: T[]; next: string | null } {
  const page = rows.slice(0, most);
  const last = rows.length > most ? page.at(-1) : undefined;
  return { page, next: last ? place(last) : null };
}
const placeOf = ({ day, id }: { day: string; id: string }) => `${day}.${id}`;

/** Handlers of order: reports, cases, decisions, appeals, the log. */
export function orderHandlers(ctx: Context): Handlers<Routes> {
  const me = (request: FastifyRequest) => memberOf(request).account;
  async function oneCase(request: FastifyRequest, id: string) {
    const found = await cases.readCase(ctx.pool, { id, staff: me(request), today: dayOf(ctx.clock.now()) });
    if (!found) throw fail('case-unknown');
    return found;
  }
  return {
    async report({ body, request }) {
      await ctx.brakes.report(me(request));
      await report(ctx, me(request), body);
    },
    myReports: async ({ request }) => ({ reports: await readReports(ctx.pool, me(request)) }),
    myDecisions: ({ request }) => readDecisions(ctx, me(request)),
    async appeal({ params, body, request }) {
      await appeal(ctx, me(request), params.decision, body.words);
    },
    async houseCases({ query: { state, cursor } }) {
      const rows =
        state === 'open'
          ? await cases.listOpen(ctx.pool, openPlace(cursor), most)
          : await cases.listClosed(ctx.pool, dayPlace(cursor), most);
      const { page, next } = paged(rows, (row) =>
        state === 'open' ? `${row.priority}.${placeOf(row)}` : placeOf(row),
      );
      return { cases: page, next };
    },
    houseCase: ({ params, request }) => oneCase(request, params.case),
    async assignHouseCase({ params, body, request }) {
      await cases.assign(ctx.pool, { id: params.case, staff: me(request), mine: body.mine });
      return oneCase(request, params.case);
    },
    async noteHouseCase({ params, body, request }) {
      const day = dayOf(ctx.clock.now());
      await cases.insertNote(ctx.pool, { id: params.case, staff: me(request), words: body.words, day });
      return oneCase(request, params.case);
    },
    async decideHouseCase({ params, body, request }) {
      await decide(ctx, me(request), params.case, body);
      return oneCase(request, params.case);
    },
    async houseAppeals({ query, request }) {
      const rows = await listAppeals(ctx.pool, { staff: me(request), after: dayPlace(query.cursor), most });
      const { page, next } = paged(rows, (row) => `${row.appeal?.day ?? row.day}.${row.id}`);
      return { appeals: page, next };
    },
    async answerHouseAppeal({ params, body, request }) {
      await answerAppeal(ctx, me(request), { decision: params.decision, ...body });
    },
    async houseLog({ query }) {
      const { page, next } = paged(await listDecisions(ctx.pool, dayPlace(query.cursor), most), placeOf);
      return { decisions: page, next };
    },
    houseCounts: async () => ({ months: await readCounts(ctx.pool) }),
  };
}
