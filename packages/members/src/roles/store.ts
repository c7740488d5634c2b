import type { Queryable } from '@teahouse/kit/pool';

/** What a member may be to the house: see `staff_roles`. */
export const roles = ['reviewer', 'moderator', 'operator'] as const;
export type Role = (typeof roles)[number];

/** Has the member this role? */
export async function hasRole(db: Queryable, account: string, role: Role): Promise<boolean> {
  const { rowCount } = await db.query('SELECT FROM staff_roles WHERE account_id = $1 AND role = $2', [
    account,
    role,
  ]);
  return rowCount === 1;
}

export interface RoleRow {
  email: string;
  name: string;
  role: Role;
}

/** Gives a role to the member with this address. Nothing when there is no such member. */
export async function insertRole(db: Queryable, email: string, role: Role): Promise<RoleRow | undefined> {
  const { rows } = await db.query<RoleRow>(
    `WITH member AS (SELECT id, email, name FROM accounts WHERE email = $1),
     given AS (INSERT INTO staff_roles (account_id, role) SELECT id, $2 FROM member ON CONFLICT DO NOTHING)
     SELECT email, name, $2 AS role FROM member`,
    [email, role],
  );
  return rows[0];
}

/** Takes it away. Nothing when the member hadn't it. */
export async function deleteRole(db: Queryable, email: string, role: Role): Promise<RoleRow | undefined> {
  const { rows } = await db.query<RoleRow>(
    `DELETE FROM staff_roles s USING accounts a WHERE a.id = s.account_id AND a.email = $1 AND s.role = $2
     RETURNING a.email, a.name, s.role`,
    [email, role],
  );
  return rows[0];
}

/** All who have one. */
export async function listRoles(db: Queryable): Promise<RoleRow[]> {
  const { rows } = await db.query<RoleRow>(
    'SELECT a.email, a.name, s.role FROM staff_roles s JOIN accounts a ON a.id = s.account_id ORDER BY s.role, a.email',
  );
  return rows;
}
