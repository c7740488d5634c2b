import type { Role, Staff } from '@teahouse/contract/desk';
import type { Queryable } from '@teahouse/kit/pool';

export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly state: Staff['state'];
  readonly password: string | null;
  readonly totp: Buffer | null;
  readonly generation: number;
  readonly passkeys: number;
}

const columns = `s.id, s.name, s.role, s.state, s.password, s.totp, s.generation,
  (SELECT count(*)::integer FROM staff_passkeys k WHERE k.staff = s.id) AS passkeys`;

async function one(
  db: Queryable,
  name: string,
  where: string,
  values: unknown[],
): Promise<StaffRow | undefined> {
  const { rows } = await db.query<StaffRow>({
    name,
    text: `SELECT ${columns} FROM staff s WHERE ${where}`,
    values,
  });
  return rows[0];
}

export const findStaff = (db: Queryable, id: string) => one(db, 'staff', 's.id = $1', [id]);
export const findByName = (db: Queryable, name: string) =>
  one(db, 'staff-by-name', 'lower(s.name) = lower($1)', [name]);
/** Who holds an invitation that counts at `slot`. */
export const findInvited = (db: Queryable, invite: Uint8Array, slot: number) =>
  one(db, 'staff-invited', "s.invite = $1 AND s.invite_until > $2 AND s.state = 'invited'", [invite, slot]);

export async function listStaff(db: Queryable): Promise<StaffRow[]> {
  const { rows } = await db.query<StaffRow>(`SELECT ${columns} FROM staff s ORDER BY lower(s.name)`);
  return rows;
}

/**
 * Invites a new name, or anew one that was not taken up or is off: of what it had nothing is left. Undefined where
 * somebody is active under that name.
 */
export async function insertInvited(
  tx: Queryable,
  staff: { id: string; name: string; role: Role; invite: Uint8Array; until: number },
): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO staff AS s (id, name, role, state, invite, invite_until, generation)
     VALUES ($1, $2, $3, 'invited', $4, $5, 0)
     ON CONFLICT (lower(name)) DO UPDATE SET role = $3, state = 'invited', invite = $4, invite_until = $5,
       password = NULL, totp = NULL, generation = s.generation + 1
     WHERE s.state <> 'active' RETURNING id`,
    [staff.id, staff.name, staff.role, staff.invite, staff.until],
  );
  const id = rows[0]?.id;
  if (id !== undefined) await tx.query('DELETE FROM staff_passkeys WHERE staff = $1', [id]);
  return id;
}

/** Takes an invitation up, once. */
export async function activate(
  db: Queryable,
  i: { id: string; invite: Uint8Array; password: string; totp: Uint8Array },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE staff SET state = 'active', invite = NULL, invite_until = NULL, password = $3, totp = $4
     WHERE id = $1 AND invite = $2 AND state = 'invited'`,
    [i.id, i.invite, i.password, i.totp],
  );
  return rowCount === 1;
}

/** Notes that a code counted; false where another one of the same account did at the same moment. */
export async function replaceTotp(
  db: Queryable,
  i: { id: string; before: Uint8Array; after: Uint8Array },
): Promise<boolean> {
  const { rowCount } = await db.query('UPDATE staff SET totp = $3 WHERE id = $1 AND totp = $2', [
    i.id,
    i.before,
    i.after,
  ]);
  return rowCount === 1;
}

/** Ends all sign-ins of an account. */
export async function raiseGeneration(db: Queryable, id: string): Promise<void> {
  await db.query('UPDATE staff SET generation = generation + 1 WHERE id = $1', [id]);
}

/** Active administrators, whose rows stay as they are until the transaction ends. */
export async function lockAdmins(tx: Queryable): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    "SELECT id FROM staff WHERE role = 'admin' AND state = 'active' ORDER BY id FOR UPDATE",
  );
  return rows.map(({ id }) => id);
}

export async function updateStaff(
  tx: Queryable,
  i: { id: string; role: Role; state: Staff['state'] },
): Promise<void> {
  await tx.query(
    `UPDATE staff SET role = $2, state = $3,
       generation = generation + CASE WHEN state = $3 THEN 0 ELSE 1 END,
       invite = CASE WHEN $3 = 'invited' THEN invite END, invite_until = CASE WHEN $3 = 'invited' THEN invite_until END
     WHERE id = $1`,
    [i.id, i.role, i.state],
  );
}

/** Puts back on the pile what somebody had taken. */
export async function releaseCases(tx: Queryable, staff: string): Promise<void> {
  await tx.query('UPDATE cases SET assignee = NULL WHERE assignee = $1', [staff]);
}

export interface PasskeyRow {
  readonly id: Buffer;
  readonly staff: string;
  readonly public_key: Buffer;
  readonly counter: string;
}

export async function insertPasskey(
  db: Queryable,
  i: { id: Uint8Array; staff: string; publicKey: Uint8Array; counter: number },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO staff_passkeys (id, staff, public_key, counter) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [i.id, i.staff, i.publicKey, i.counter],
  );
  return rowCount === 1;
}

export async function findPasskey(db: Queryable, id: Uint8Array): Promise<PasskeyRow | undefined> {
  const { rows } = await db.query<PasskeyRow>(
    'SELECT id, staff, public_key, counter FROM staff_passkeys WHERE id = $1',
    [id],
  );
  return rows[0];
}

export async function passkeyIdsOf(db: Queryable, staff: string): Promise<Buffer[]> {
  const { rows } = await db.query<{ id: Buffer }>('SELECT id FROM staff_passkeys WHERE staff = $1', [staff]);
  return rows.map(({ id }) => id);
}

/** False where the counter had gone on meanwhile: somebody else signed in with the same key. */
export async function countPasskey(
  db: Queryable,
  i: { id: Uint8Array; from: string; to: number },
): Promise<boolean> {
  if (Number(i.from) === i.to) return true; // most passkeys never count
  const { rowCount } = await db.query(
    'UPDATE staff_passkeys SET counter = $3 WHERE id = $1 AND counter = $2',
    [i.id, i.from, i.to],
  );
  return rowCount === 1;
}
