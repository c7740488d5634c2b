import { auditLog, type Verifier } from '@teahouse/protocol/log';
import { insertAdopted, lockPlans, type PlannedEntry, prunePlanned, readPlanned } from './log-book-plan.ts';
import type { LogStore } from './log-store.ts';
import { LogStoreError } from './log-store-errors.ts';
import { type Pool, type Queryable, withTransaction } from './pool.ts';

/** Called in the transaction that adopts entries which the log has and the database lost. */
export type OnAdopt = (tx: Queryable, entries: readonly PlannedEntry[]) => Promise<void>;

const differs = (index: number) =>
  new LogStoreError(
    'log-differs',
    `Entry ${index} of the log in the folder is another than the database has. The folder and the database are of ` +
      'different histories: restore the folder that belongs to this database. Nothing was appended.',
  );

/** Refuses rows that the log could not be continued with. Throws `log-behind-database`, `log-differs`. */
async function checkCommon(store: LogStore, rows: readonly PlannedEntry[]): Promise<void> {
  const [first] = rows;
  if (first && first.index > 0 && store.size() <= first.index) {
    throw new LogStoreError(
      'log-behind-database',
      `The log in the folder has ${store.size()} entries, but the database knows that it had ${first.index + 1}. ` +
        'Others have seen those: restore the newest copy of the folder. Nothing was appended.',
    );
  }
  for (const { index, entry } of rows) {
    if (index >= store.size()) return;
    if (Buffer.compare(await store.entry(index), entry) !== 0) throw differs(index);
  }
}

/**
 * Makes the database and the log that was just opened agree: entries that only the log has are adopted (the database
 * was restored from a backup). What only the database has is left to `appendPlanned`. Throws as `checkCommon`.
 */
export async function agree(i: {
  pool: Pool;
  store: LogStore;
  origin: string;
  verifier: Verifier;
  onAdopt?: OnAdopt | undefined;
}): Promise<void> {
  const { pool, store, origin, verifier, onAdopt } = i;
  await withTransaction(pool, async (tx) => {
    await lockPlans(tx);
    const rows = await readPlanned(tx, 0);
    await checkCommon(store, rows);
    const known = rows.length === 0 ? 0 : rows.at(-1)!.index + 1;
    if (known >= store.size()) return;
    const audited = await auditLog({ fetch: store.read, origin, verifiers: [verifier] });
    const lost: PlannedEntry[] = [];
    for await (const entry of audited.entries(known)) lost.push(entry);
    await insertAdopted(tx, lost.at(-1)!);
    await prunePlanned(tx, store.size());
    await onAdopt?.(tx, lost);
  });
}

/** Appends what was planned and committed; then drops the rows that are on disk. Throws as `checkCommon`. */
export async function appendPlanned(pool: Pool, store: LogStore): Promise<void> {
  const size = store.size();
  const rows = await readPlanned(pool, Math.max(size - 1, 0));
  await checkCommon(store, rows);
  const fresh = rows.filter(({ index }) => index >= size);
  if (fresh.length === 0) return;
  await store.append(
    fresh.map(({ entry }) => entry),
    { at: size },
  );
  // What stays behind when this fails is dropped by the next.
  await prunePlanned(pool, store.size()).catch(() => {});
}
