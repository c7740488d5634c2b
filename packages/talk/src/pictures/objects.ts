import type { Queryable } from '@teahouse/kit/pool';
import { type Cargo, carryOut, type Remains, removeGone, sweepObjects } from '@teahouse/kit/objects/carry';
import type { Kept, SealedObjects } from '@teahouse/kit/objects/sealed';
import type { TalkContext } from '../context.ts';
import { slotNumber } from '../wire.ts';

/** Parts of an object: what was signed, and what readers get. */
export const partOf = { signed: 0, shown: 1 } as const;
const parts = 2;

const slotsPerHour = 12;
/** Pictures stay in the database for a day: until then most of what is deleted or removed is. */
const stay = 24 * slotsPerHour;
/** Pictures that leave in one round, at most. */
const most = 2000;
const lock = 0x7465_6f62; // "teob"

/** Where the files of a picture are: in its row, or in the store. */
export interface Place {
  readonly object: Buffer | null;
  readonly object_key: Buffer | null;
}

/** A file out of its row, or out of the store; undefined where there is neither. Throws ObjectStoreError. */
export async function fileOf(
  objects: SealedObjects | undefined,
  { inRow, object, object_key }: Place & { readonly inRow: Buffer | null },
  part: keyof typeof partOf,
): Promise<Buffer | undefined> {
  if (inRow) return inRow;
  return object && object_key ? objects?.get({ object, object_key }, partOf[part]) : undefined;
}

interface Waiting {
  readonly room_id: string;
  readonly hash: Buffer;
  readonly post_id: Buffer;
}
const key = ({ room_id, hash, post_id }: Waiting) => [room_id, hash, post_id];

/** Pictures of posts of before a slot leave. */
const cargoBefore = (slot: number): Cargo<Waiting> => ({
  lock,
  async waiting(db) {
    const { rows } = await db.query<Waiting>({
      name: 'pictures-here',
      text: `SELECT x.room_id, x.hash, x.post_id FROM pictures x JOIN posts p ON p.room_id = x.room_id AND p.id = x.post_id
             WHERE x.object IS NULL AND p.slot < $1 LIMIT $2`,
      values: [slot, most],
    });
    return rows;
  },
  async parts(tx, row) {
    const { rows } = await tx.query<{ signed: Buffer; shown: Buffer }>({
      name: 'picture-files',
      text: `SELECT signed, shown FROM pictures
             WHERE room_id = $1 AND hash = $2 AND post_id = $3 AND object IS NULL`,
      values: key(row),
    });
    return rows[0] && [rows[0].signed, rows[0].shown];
  },
  async keep(tx, row, { object, object_key }: Kept) {
    const { rowCount } = await tx.query({
      name: 'picture-carried',
      text: `UPDATE pictures SET object = $4, object_key = $5, signed = NULL, shown = NULL
             WHERE room_id = $1 AND hash = $2 AND post_id = $3 AND object IS NULL`,
      values: [...key(row), object, object_key],
    });
    return rowCount === 1;
  },
});

const remains: Remains = {
  parts,
  async gone(db) {
    const { rows } = await db.query<{ object: Buffer }>({
      name: 'gone-objects',
      text: 'SELECT object FROM gone_objects LIMIT $1',
      values: [most],
    });
    return rows.map(({ object }) => object);
  },
  async forget(db, objects) {
    await db.query({
      name: 'forget-objects',
      text: 'DELETE FROM gone_objects WHERE object = ANY($1)',
      values: [objects],
    });
  },
  unknown: unknownObjects,
};

async function unknownObjects(db: Queryable, objects: readonly Buffer[]): Promise<Buffer[]> {
  const { rows } = await db.query<{ object: Buffer }>({
    name: 'known-objects',
    text: 'SELECT object FROM pictures WHERE object = ANY($1)',
    values: [objects],
  });
  const known = new Set(rows.map(({ object }) => object.toString('hex')));
  return objects.filter((object) => !known.has(object.toString('hex')));
}

/** What carries pictures into the store and removes them from there, once an hour, as long as there is one. */
export function createPictureMover(
  ctx: Pick<TalkContext, 'pool' | 'clock' | 'objects'>,
): () => Promise<void> {
  let hour: number | undefined;
  let day: number | undefined;
  let idle: ReadonlySet<string> = new Set();
  return async () => {
    const now = Math.floor(slotNumber(ctx.clock.now()) / slotsPerHour);
    // Hours and not minutes: what is written and removed within one cannot be told apart by time.
    if (!ctx.objects || now === hour) return;
    await carryOut(ctx.pool, ctx.objects, cargoBefore(now * slotsPerHour - stay));
    await removeGone(ctx.pool, ctx.objects, remains);
    if (Math.floor(now / 24) !== day) {
      idle = await sweepObjects(ctx.pool, ctx.objects, remains, idle);
      day = Math.floor(now / 24);
    }
    hour = now;
  };
}
