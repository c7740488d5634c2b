import pg from 'pg';

/** The one number that a query over a database yields. */
export async function countIn(url: string, text: string, ...values: readonly unknown[]): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string | number>>(text, [...values]);
    return Number(Object.values(rows[0] ?? {})[0] ?? Number.NaN);
  } finally {
    await client.end();
  }
}
