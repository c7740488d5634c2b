import type { Queryable } from '@teahouse/kit/pool';
import type { OpenedAct } from '../acts/envelope.ts';
import { refuse } from '../errors.ts';

/** No picture of the act was banned before, by the hash of its file. One statement where it has any. Throws `look-known-picture`. */
export async function requireUnbanned(db: Queryable, { body, pictures }: OpenedAct): Promise<void> {
  if (pictures.length === 0) return;
  const { rowCount } = await db.query({
    name: 'banned-among',
    text: 'SELECT FROM banned_pictures WHERE hash = ANY($1::bytea[]) LIMIT 1',
    values: [body.pictures?.map(({ hash }) => hash) ?? []],
  });
  if ((rowCount ?? 0) > 0) throw refuse('look-known-picture');
}
