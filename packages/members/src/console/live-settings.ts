import type { Queryable } from '@teahouse/kit/pool';
import { MembersConfig } from '../config.ts';

/** Settings that may change while the house is open; all others are read once, on the start. */
export const liveNames = ['searchesPerHour', 'pagesPerHour', 'visitsPerHour', 'linkPreviews'] as const;
export type LiveName = (typeof liveNames)[number];
export const isLive = (name: string): name is LiveName => liveNames.some((one) => one === name);
type Live = Pick<MembersConfig, LiveName>;

const LiveConfig = MembersConfig.pick({
  searchesPerHour: true,
  pagesPerHour: true,
  visitsPerHour: true,
  linkPreviews: true,
});

/** The value as the configuration takes it; undefined where it is none. */
export function readValue(name: LiveName, value: string): Live[LiveName] | undefined {
  const read = LiveConfig.shape[name].safeParse(value);
  return read.success ? read.data : undefined;
}

/** What is in force: what the console set, and the configuration for the rest. */
export interface LiveSettings {
  get<N extends LiveName>(name: N): Live[N];
  /** What the console set, as it stands in the table. */
  set(): ReadonlyMap<string, string>;
  /** Reads the table anew: after a change, and every minute for what another process changed. One statement. */
  reload(): Promise<void>;
}

/** Settings of the configuration until the first `reload`. A row that no longer fits counts for nothing. */
export function createLiveSettings(config: Live, db: Queryable): LiveSettings {
  let rows: ReadonlyMap<string, string> = new Map();
  let live: Live = config;
  return {
    get: (name) => live[name],
    set: () => rows,
    async reload() {
      const found = await db.query<{ name: string; value: string }>('SELECT name, value FROM live_settings');
      const fitting = found.rows.filter(
        ({ name, value }) => isLive(name) && readValue(name, value) !== undefined,
      );
      rows = new Map(fitting.map(({ name, value }) => [name, value]));
      live = LiveConfig.parse({ ...pick(config), ...Object.fromEntries(rows) });
    },
  };
}

const pick = (config: Live): Live => ({
  searchesPerHour: config.searchesPerHour,
  pagesPerHour: config.pagesPerHour,
  visitsPerHour: config.visitsPerHour,
  linkPreviews: config.linkPreviews,
});
