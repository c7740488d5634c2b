import type { Queryable } from '@teahouse/kit/pool';

/** What this plane remembers of its log beside the entries. */
export interface LogState {
  /** Slot of the last `acts` entry. */
  readonly acts_slot: number;
  /** Slot when accepted acts were last looked for; there may have been none. */
  readonly looked_slot: number;
  /** Hash of the last `web` entry. */
  readonly web: Buffer | null;
}

/** Whoever changes it holds the lock of `lockPlans`. */
export async function readLogState(db: Queryable): Promise<LogState> {
  const { rows } = await db.query<LogState>('SELECT acts_slot, looked_slot, web FROM log_state');
  return rows[0]!;
}

export async function writeLogState(tx: Queryable, state: LogState): Promise<void> {
  await tx.query('UPDATE log_state SET acts_slot = $1, looked_slot = $2, web = $3', [
    state.acts_slot,
    state.looked_slot,
    state.web,
  ]);
}

export interface PendingAct {
  readonly room_id: string;
  readonly act: Buffer;
}

/** Takes up to `limit` acts that wait, in no order. Those of transactions that are not committed yet stay for later. */
export async function takePending(tx: Queryable, limit: number): Promise<PendingAct[]> {
  const { rows } = await tx.query<PendingAct>({
    name: 'take-pending-acts',
    text: `DELETE FROM pending_acts p USING (SELECT room_id, act FROM pending_acts ORDER BY act LIMIT $1) AS taken
           WHERE p.room_id = taken.room_id AND p.act = taken.act RETURNING p.room_id, p.act`,
    values: [limit],
  });
  return rows;
}

/** Keeps which entry holds these acts; they come sorted, and are written in that order. */
export async function insertLogged(
  tx: Queryable,
  acts: readonly PendingAct[],
  logIndex: number,
): Promise<void> {
  await tx.query({
    name: 'insert-logged-acts',
    text: `INSERT INTO logged_acts (room_id, act, log_index)
           SELECT room_id, act, $3 FROM unnest($1::text[], $2::bytea[]) AS logged (room_id, act)`,
    values: [acts.map(({ room_id }) => room_id), acts.map(({ act }) => act), logIndex],
  });
}

/** The acts of an entry, sorted. */
export async function readActsOf(db: Queryable, logIndex: number): Promise<Buffer[]> {
  const { rows } = await db.query<{ act: Buffer }>({
    name: 'acts-of-entry',
    text: 'SELECT act FROM logged_acts WHERE log_index = $1 ORDER BY act',
    values: [logIndex],
  });
  return rows.map(({ act }) => act);
}
