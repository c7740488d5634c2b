import { deskLimits, type deskRoutes, type Statistics } from '@teahouse/contract/desk';
import type { Handlers } from '@teahouse/kit/http';
import type { DeskContext } from '../context.ts';
import { countDecided, countOpenAppeals, countOpenCases, type DecidedRow } from './store.ts';

const dayLength = 86_400_000;
const dayText = (day: number) => new Date(day * dayLength).toISOString().slice(0, 10);

const sum = (rows: readonly DecidedRow[], name: 'decided' | 'appealed' | 'overturned') =>
  rows.reduce((total, row) => total + row[name], 0);

/** Every day of the last `statisticsDays` has its row, the present one last. */
async function readStatistics(ctx: DeskContext): Promise<Statistics> {
  const today = Math.floor(ctx.clock.now().getTime() / dayLength);
  const from = today - deskLimits.statisticsDays + 1;
  const [waiting, appeals, decided] = await Promise.all([
    countOpenCases(ctx.pool, today),
    countOpenAppeals(ctx.pool),
    countDecided(ctx.pool, from),
  ]);
  const days = Array.from({ length: deskLimits.statisticsDays }, (_, i) => from + i);
  const people = [...new Set(decided.map(({ staff }) => staff))];
  return {
    ...waiting,
    appeals,
    days: days.map((day) => {
      const rows = decided.filter((row) => row.day === day);
      return {
        day: dayText(day),
        decided: sum(rows, 'decided'),
        appealed: sum(rows, 'appealed'),
        overturned: sum(rows, 'overturned'),
      };
    }),
    staff: people.map((id) => {
      const rows = decided.filter(({ staff }) => staff === id);
      return {
        name: rows[0]?.name ?? '',
        decided: sum(rows, 'decided'),
        overturned: sum(rows, 'overturned'),
      };
    }),
  };
}

export const statisticsHandlers = (ctx: DeskContext): Handlers<Pick<typeof deskRoutes, 'statistics'>> => ({
  statistics: () => readStatistics(ctx),
});
