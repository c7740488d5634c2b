import { type Cargo, carryOut, type Remains, removeGone, sweepObjects } from '@teahouse/kit/objects/carry';
import type { Kept, SealedObjects } from '@teahouse/kit/objects/sealed';
import type { Pool } from '@teahouse/kit/pool';

/** Pictures that leave in one night, at most. */
const most = 5000;
const lock = 0x7465_6d6f; // "temo"

interface Waiting {
  readonly hash: Buffer;
}

/** Pictures that nothing has shown since a day or later leave. */
const cargoBefore = (day: string): Cargo<Waiting> => ({
  lock,
  async waiting(db) {
    const { rows } = await db.query<Waiting>(
      `SELECT p.hash FROM pictures p WHERE p.object IS NULL
         AND NOT EXISTS (SELECT FROM picture_uses u WHERE u.hash = p.hash AND u.day >= $1) LIMIT $2`,
      [day, most],
    );
    return rows;
  },
  async parts(tx, { hash }) {
    const { rows } = await tx.query<{ file: Buffer }>(
      'SELECT file FROM pictures WHERE hash = $1 AND object IS NULL',
      [hash],
    );
    return rows[0] && [rows[0].file];
  },
  async keep(tx, { hash }, { object, object_key }: Kept) {
    const { rowCount } = await tx.query(
      'UPDATE pictures SET object = $2, object_key = $3, file = NULL WHERE hash = $1 AND object IS NULL',
      [hash, object, object_key],
    );
    return rowCount === 1;
  },
});

const remains: Remains = {
  parts: 1,
  async gone(db) {
    const { rows } = await db.query<{ object: Buffer }>('SELECT object FROM gone_objects LIMIT $1', [most]);
    return rows.map(({ object }) => object);
  },
  async forget(db, objects) {
    await db.query('DELETE FROM gone_objects WHERE object = ANY($1)', [objects]);
  },
  async unknown(db, objects) {
    const { rows } = await db.query<{ object: Buffer }>('SELECT object FROM pictures WHERE object = ANY($1)', [
      objects,
    ]);
    const known = new Set(rows.map(({ object }) => object.toString('hex')));
    return objects.filter((object) => !known.has(object.toString('hex')));
  },
};

/**
 * What carries pictures into the store and removes them from there, once a day: of the times that the store keeps none is finer
 * (decision 0038). `before`: the day since which a picture must have been shown by nothing new. Nothing without a store.
 */
export function createPictureMover(pool: Pool, objects: SealedObjects | undefined) {
  let idle: ReadonlySet<string> = new Set();
  return async (before: string): Promise<void> => {
    if (!objects) return;
    await carryOut(pool, objects, cargoBefore(before));
    await removeGone(pool, objects, remains);
    idle = await sweepObjects(pool, objects, remains, idle);
  };
}
