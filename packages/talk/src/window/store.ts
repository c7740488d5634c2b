import type { Queryable } from '@teahouse/kit/pool';

export type DocumentName = 'directory' | 'issuer';

/** The last good copies, as they were stored. */
export async function readDocuments(db: Queryable): Promise<Partial<Record<DocumentName, unknown>>> {
  const { rows } = await db.query<{ name: DocumentName; document: unknown }>(
    'SELECT name, document FROM issuer_documents',
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.document]));
}

/** Replaces the last good copy. */
export async function writeDocument(db: Queryable, name: DocumentName, document: unknown): Promise<void> {
  await db.query(
    `INSERT INTO issuer_documents (name, document) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET document = excluded.document`,
    [name, JSON.stringify(document)],
  );
}
