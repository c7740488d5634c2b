import { randomInt } from 'node:crypto';
import { type Pool, type Queryable, withTransaction } from '../pool.ts';
import type { Kept, SealedObjects } from './sealed.ts';

/** Files of one transaction: its statements are never further apart than one upload. */
const batch = 20;

/** What is carried out of the database, of one plane. */
export interface Cargo<Row> {
  /** Any fixed number: whoever carries holds this lock. */
  readonly lock: number;
  /** Rows whose files may leave, some thousands at most, without the files. */
  readonly waiting: (db: Queryable) => Promise<readonly Row[]>;
  /** The files of a row, in the order of their parts; undefined where it is gone. */
  readonly parts: (tx: Queryable, row: Row) => Promise<readonly Uint8Array[] | undefined>;
  /** Puts the object in the place of the files; false where the row is gone or has one already. */
  readonly keep: (tx: Queryable, row: Row, kept: Kept) => Promise<boolean>;
}

/**
 * Carries files out of the database into the store, in a random order, so that neither times nor places there tell which
 * was first. Of several processes one does it; what is broken off goes on another time, and leaves an object without a row at
 * most, which `sweepObjects` removes. Returns how many it carried.
 */
export async function carryOut<Row>(pool: Pool, objects: SealedObjects, cargo: Cargo<Row>): Promise<number> {
  const rows = shuffled(await cargo.waiting(pool));
  let carried = 0;
  for (let at = 0; at < rows.length; at += batch) {
    const done = await withTransaction(pool, async (tx) => {
      const { rows: locks } = await tx.query<{ mine: boolean }>(
        'SELECT pg_try_advisory_xact_lock($1) AS mine',
        [cargo.lock],
      );
      if (!locks[0]?.mine) return undefined;
      let n = 0;
      for (const row of rows.slice(at, at + batch)) {
        const parts = await cargo.parts(tx, row);
        if (!parts) continue;
        const kept = await objects.put(parts);
        if (await cargo.keep(tx, row, kept)) n += 1;
        else await objects.delete(kept.object, parts.length);
      }
      return n;
    });
    if (done === undefined) return carried;
    carried += done;
  }
  return carried;
}

/** What is removed from the store, of one plane: a list of names that rows left behind. */
export interface Remains {
  readonly gone: (db: Queryable) => Promise<readonly Buffer[]>;
  /** Forgets names that are removed. */
  readonly forget: (db: Queryable, objects: readonly Buffer[]) => Promise<void>;
  /** Those of the names that no row has. */
  readonly unknown: (db: Queryable, objects: readonly Buffer[]) => Promise<readonly Buffer[]>;
  readonly parts: number;
}

/** Removes what rows left behind, in a random order; what fails stays on the list. */
export async function removeGone(pool: Pool, objects: SealedObjects, remains: Remains): Promise<void> {
  const names = shuffled(await remains.gone(pool));
  for (const name of names) await objects.delete(name, remains.parts);
  if (names.length > 0) await remains.forget(pool, names);
}

/** Names that are asked about at once. */
const page = 1000;

/**
 * Removes objects that no row knows: of an upload that was broken off. `idle` are those that no row knew the last time: an object is
 * there before its row says so. Returns those of this time.
 */
export async function sweepObjects(
  pool: Pool,
  objects: SealedObjects,
  remains: Remains,
  idle: ReadonlySet<string>,
): Promise<Set<string>> {
  const found = new Set<string>();
  let names: Buffer[] = [];
  const look = async () => {
    for (const name of await remains.unknown(pool, names)) {
      if (idle.has(name.toString('hex'))) await objects.delete(name, remains.parts);
      else found.add(name.toString('hex'));
    }
    names = [];
  };
  for await (const name of objects.list()) if (names.push(name) >= page) await look();
  if (names.length > 0) await look();
  return found;
}

/** Fisher and Yates, by randomness that nobody can guess. */
export function shuffled<T>(items: readonly T[]): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}
