import type { Queryable } from '@teahouse/kit/pool';

export type DocumentName = 'directory' | 'issuer' | 'company-keys';

/** Any fixed number: whoever writes the mirror's folder holds this lock. */
const mirrorLock = 0x7465_6d69; // "temi"

/** From here to the end of the transaction no other process of this plane changes the mirror of the issuer's log. */
export async function lockMirror(tx: Queryable): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [mirrorLock]);
}

/** The last signed checkpoint of the issuer's log that was believed. */
export async function readNote(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.query<{ document: string }>(
    "SELECT document FROM issuer_documents WHERE name = 'log'",
  );
  return rows[0]?.document;
}

export const writeNote = (db: Queryable, note: string) => writeDocument(db, 'log', note);

/** The last good copies, as they were stored. */
export async function readDocuments(db: Queryable): Promise<Partial<Record<DocumentName, unknown>>> {
  const { rows } = await db.query<{ name: DocumentName; document: unknown }>(
    "SELECT name, document FROM issuer_documents WHERE name <> 'log'",
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.document]));
}

/** Replaces the last good copy. */
export async function writeDocument(
  db: Queryable,
  name: DocumentName | 'log',
  document: unknown,
): Promise<void> {
  await db.query(
    `INSERT INTO issuer_documents (name, document) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET document = excluded.document`,
    [name, JSON.stringify(document)],
  );
}
