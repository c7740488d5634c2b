import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Directory } from '@teahouse/contract/talk';
import { fakeClock } from '@teahouse/kit/clock';
import { createLogger } from '@teahouse/kit/log';
import { createTestDb } from '@teahouse/kit/test-db';
import { createTalk, migrationsFolder, type TalkDependencies } from '../app.ts';
import { type Counts, startTestIssuer } from './issuer.ts';

export const instance = 'tea.example';
export const start = '2026-11-18T10:02:00Z';
const floor = 5;

const name = (text: string) => ({ zh: text, en: text });
export const directory: Omit<Directory, 'logged'> = {
  industries: [
    { id: 'internet', name: name('Internet') },
    { id: 'chips', name: name('Chips') },
  ],
  companies: [
    { id: 'xinghe', name: name('Xinghe'), industry: 'internet' },
    { id: 'tiny', name: name('Tiny'), industry: 'chips' },
  ],
};

const count = (company: string, industry: string, n: number): Counts[number] => ({
  ...{ company, industry, n },
  standing: 'current',
  evidence: 'mailbox-code',
});

/** One company above the floor, one below it. */
export const counts: Counts = [count('xinghe', 'internet', 12), count('tiny', 'chips', 3)];

/** When a town's clock stands, and who holds credentials of which epoch. */
export interface Founding {
  readonly start: string;
  readonly epoch: string;
  readonly counts: Counts;
}
const usual: Founding = { start, epoch: '2026-11', counts };

/** The anonymous plane over a database of its own, a clock that stands still, and an issuer that signs for real; the epoch of 2026-11 is out. */
export async function startTown(
  more: Partial<TalkDependencies['config']> = {},
  forIssuer: Partial<Parameters<typeof startTestIssuer>[0]> = {},
  founding: Founding = usual,
  deps: Pick<TalkDependencies, 'eye'> = {},
) {
  const db = await createTestDb(migrationsFolder);
  const secrets = mkdtempSync(join(tmpdir(), 'teahouse-talk-'));
  const clock = fakeClock(founding.start);
  const issuer = await startTestIssuer({ instance, directory, ...forIssuer });
  issuer.openEpoch(founding.epoch, founding.counts);
  const logged: string[] = [];
  const log = createLogger({ name: 'talk', coarseMs: 300_000, write: (line) => logged.push(line) });
  const config = {
    databaseUrl: db.url,
    secrets,
    issuerUrl: issuer.url,
    floor,
    listen: '127.0.0.1:0',
    ...more,
  };
  const talk = await createTalk({ config, clock, log, ...deps });
  await talk.refreshWindow();
  await talk.app.inject({ url: '/api/talk/info' }); // makes the month's key
  return {
    talk,
    db,
    clock,
    issuer,
    log,
    logged,
    secrets,
    config,
    async stop() {
      await talk.close();
      await issuer.close();
      await db.drop();
      rmSync(secrets, { recursive: true });
    },
  };
}
export type Town = Awaited<ReturnType<typeof startTown>>;

const tables = [
  'aliases',
  'appeals',
  'ballots',
  'bans',
  'cases',
  'decisions',
  'draws',
  'logged_acts',
  'official_versions',
  'pending_acts',
  'pieces',
  'posts',
  'post_versions',
  'reactions',
  'refunds',
  'reports',
  'room_stats',
  'spent',
  'tallies',
  'threads',
] as const;

/** Everything that acts write, to see that a refusal wrote nothing. */
export async function contentsOf(town: Town): Promise<string> {
  const parts = tables.map((table) => `SELECT '${table}' AS "table", md5(t::text) AS row FROM ${table} t`);
  const { rows } = await town.db.pool.query(`${parts.join(' UNION ALL ')} ORDER BY 1, 2`);
  return JSON.stringify(rows);
}
