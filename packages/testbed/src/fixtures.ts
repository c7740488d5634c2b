import { memoryStore, type OutboxItem, type Store, type Teahouse } from '@teahouse/client';
import { createPool } from '@teahouse/kit/pool';
import type { EmployerSpec } from './people.ts';
import type { Town } from './town.ts';

/** Employers for tests. */
export const harbour: EmployerSpec = {
  name: { zh: '蓝港科技', en: 'Blue Harbour' },
  industry: 'internet',
  domain: 'harbour.example',
};
export const orchard: EmployerSpec = {
  name: { zh: '果园汽车', en: 'Orchard Motors' },
  industry: 'cars',
  domain: 'orchard.example',
};

export type ComposeInput = Parameters<Teahouse['outbox']['add']>[0];

/** Puts it into the outbox, lets the outbox run once, and returns what became of it. */
export async function send(client: Teahouse, compose: ComposeInput): Promise<OutboxItem> {
  const { id } = await client.outbox.add({ now: true, ...compose });
  await client.outbox.run();
  return client.outbox.snapshot().find((item) => item.id === id) as OutboxItem;
}

/** The same for what must go through: the post's id and its thread. */
export async function post(client: Teahouse, compose: ComposeInput): Promise<{ id: string; thread: string }> {
  const { state } = await send(client, compose);
  if (state.name !== 'sent') throw new Error(`not sent: ${JSON.stringify(state)}`);
  return { id: state.id, thread: state.thread };
}

/** A new thread in the square under the widest label. */
export const opening = (title: string, text = 'Words of the first post.'): ComposeInput => ({
  kind: 'thread',
  room: 'square',
  title,
  text,
  label: { kind: 'alias' },
});

/** Rows of every table of talk, so that a test sees whether anything was written. */
export async function rowsOfTalk(town: Town): Promise<Record<string, number>> {
  const pool = createPool({ url: town.databases.talk, name: 'test', max: 1 });
  try {
    const tables = await pool.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const { rows } = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`);
      counts[name] = rows[0]?.n ?? 0;
    }
    return counts;
  } finally {
    await pool.end();
  }
}

/** A copy of all that a device holds: what another tab, or the device before a crash, would see. */
export async function copyOf(store: Store): Promise<Store> {
  const keys = await store.keys();
  return memoryStore(await Promise.all(keys.map(async (key) => [key, await store.get(key)] as const)));
}
