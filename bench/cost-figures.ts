import type { Cost } from './beside.ts';
import { atMost, type Figure, told } from './figures.ts';

/** What a case may cost at most, where something was asked for. */
export interface CostLimits {
  /** Times the CPU of a bare server with one query. */
  readonly ratio?: number | undefined;
  /** CPU time in ms. */
  readonly cpuMs?: number | undefined;
  /** Statements: three of a read, eight of a write (quality of the house). */
  readonly sql: number;
}

/** The figures of one case (quality.md, "One form for every figure"); `of` says what it was asked of. */
export function costFigures(
  name: string,
  cost: Cost,
  { limits, note, of }: { readonly limits: CostLimits; readonly note: string; readonly of: string },
): Figure[] {
  const called = (what: string) => `bench.${name}.${what}`;
  const held = (what: string, value: number, unit: string, limit: number | undefined, words: string) =>
    limit === undefined
      ? told(called(what), value, unit, words)
      : atMost(called(what), value, unit, limit, words);
  const [main, ...others] = cost.paces;
  const at = `${main.connections} connections`;
  return [
    held('cpu-ratio', cost.ratio, 'x', limits.ratio, `${note}; ${of}; ${cost.query}`),
    held('cpu-ms', cost.cpuMs, 'ms', limits.cpuMs, `plane and its Postgres together; ${cost.bytes} bytes`),
    held('sql', cost.sql, 'statements', limits.sql, 'counted by pg_stat_statements'),
    told(called('rps'), main.rps, '1/s', `${at}; ${cost.bare}`),
    told(
      called('rps-ratio'),
      cost.rpsRatio,
      'x',
      'requests a second over those of the bare one-query server',
    ),
    told(called('p50-ms'), main.p50, 'ms', at),
    told(called('p99-ms'), main.p99, 'ms', at),
    ...others.flatMap(({ connections, rps, p50, p99 }) => {
      const with_ = (what: string) => called(`at-${connections}.${what}`);
      const words = connections === 1 ? 'one connection' : `${connections} connections`;
      return [
        told(with_('rps'), rps, '1/s', words),
        told(with_('p50-ms'), p50, 'ms', words),
        told(with_('p99-ms'), p99, 'ms', words),
      ];
    }),
    told(called('pss-mb'), cost.pssMb, 'MB', 'memory of the plane after all that'),
  ];
}
