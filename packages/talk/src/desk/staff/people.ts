import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { deskLimits, type Invite, type Invited, type Staff, type StaffChange } from '@teahouse/contract/desk';
import { talkLimits } from '@teahouse/contract/talk';
import { type Pool, withTransaction } from '@teahouse/kit/pool';
import type { z } from 'zod';
import { slotNumber, textOf } from '../../wire.ts';
import { refuse } from '../errors.ts';
import * as store from './store.ts';

/* Who belongs to the staff. Also for the command line, which comes without a desk: only a database and the time. */

export function presentStaff({ id, name, role, state, passkeys }: store.StaffRow): Staff {
  return { id, name, role, state, passkeys };
}

/** What an invitation is kept as: 256 random bits need no slow hash. */
export const hashInvite = (invite: Uint8Array): Buffer => createHash('sha256').update(invite).digest();

const slotsPerHour = 60 / talkLimits.slotMinutes;

/**
 * Invites somebody for `inviteHours`. A name that was never taken up, or is off, is invited anew and loses its password,
 * authenticator and passkeys: so also who lost theirs comes back. Throws `name-taken`.
 */
export async function inviteStaff(
  pool: Pool,
  now: Date,
  { name, role }: z.output<typeof Invite>,
): Promise<z.input<typeof Invited>> {
  const invite = randomBytes(32);
  const until = slotNumber(now) + deskLimits.inviteHours * slotsPerHour;
  const staff = await withTransaction(pool, async (tx) => {
    const id = await store.insertInvited(tx, {
      id: randomUUID(),
      name,
      role,
      invite: hashInvite(invite),
      until,
    });
    if (id === undefined) throw refuse('name-taken');
    return store.findStaff(tx, id);
  });
  return { staff: presentStaff(staff!), invite: textOf(invite) };
}

/**
 * Gives another role, lets nobody in under a name any more, or again. Who never chose a password cannot be let in: they
 * are invited anew. Throws `not-found`, `last-admin`.
 */
export async function changeStaff(
  pool: Pool,
  id: string,
  change: z.output<typeof StaffChange>,
): Promise<Staff> {
  return withTransaction(pool, async (tx) => {
    const admins = await store.lockAdmins(tx);
    const before = await store.findStaff(tx, id);
    if (!before) throw refuse('not-found');
    const role = change.role ?? before.role;
    const state = stateAfter(before, change.off);
    const staysAdmin = role === 'admin' && state === 'active';
    if (admins.includes(id) && !staysAdmin && admins.length === 1) throw refuse('last-admin');
    await store.updateStaff(tx, { id, role, state });
    if (state === 'off') await store.releaseCases(tx, id);
    return presentStaff({ ...before, role, state });
  });
}

function stateAfter({ state, password }: store.StaffRow, off: boolean | undefined): Staff['state'] {
  if (off === undefined) return state;
  if (off) return 'off';
  return state === 'off' && password !== null ? 'active' : state;
}
