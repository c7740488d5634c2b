import type { EditSection, OwnProfile, Person } from '@teahouse/contract/members';
import type { FastifyRequest } from '@teahouse/kit/http';
import { isDuplicate, type Queryable, withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import type { Member } from '../accounts/types.ts';
import { askIfSignedIn } from '../asking.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { presentNear } from '../network/near.ts';
import { networkOf } from '../people/reading.ts';
import { indexMembers } from '../search/index.ts';
import { presentOwn, presentPerson } from './present.ts';
import { schoolsOf } from './school.ts';
import * as store from './store.ts';

/** A member's page for whoever asks, a visitor or a member. One statement. Throws `person-unknown`, `too-many`. */
export async function readPerson(ctx: Context, request: FastifyRequest, handle: string): Promise<Person> {
  const asked = await askIfSignedIn<store.PersonRow>(ctx, request, store.askPerson(handle));
  if (asked) {
    // After the statement: it is what knows whether the session counts, and nobody uses up another's share.
    await ctx.brakes.page(asked.account);
    const [row] = asked.rows;
    if (!row) throw fail('person-unknown');
    return presentPerson(row, presentNear(row));
  }
  await ctx.brakes.visit(networkOf(request.ip));
  const row = await store.readPublic(ctx.pool, dayOf(ctx.clock.now()), handle);
  if (!row) throw fail('person-unknown');
  return presentPerson(row, { degree: null, standing: null });
}

/** The member's own page. Throws `signed-out`. */
export async function readOwn(ctx: Context, who: Member): Promise<OwnProfile> {
  const row = await store.readOwn(ctx.pool, who.account, dayOf(ctx.clock.now()));
  if (!row) throw fail('signed-out');
  return presentOwn(row);
}

/** Writes a part of a page, and what it is found by. */
const write = (ctx: Context, who: Member, part: (tx: Queryable) => Promise<boolean>): Promise<boolean> =>
  withTransaction(ctx.pool, async (tx) => {
    const written = await part(tx);
    if (written) await indexMembers(tx, [who.account], dayOf(ctx.clock.now()));
    return written;
  });

/** Throws `profile-stale`, `handle-taken`. */
export async function editHead(ctx: Context, who: Member, head: store.Head): Promise<OwnProfile> {
  const written = await write(ctx, who, (tx) => store.updateHead(tx, who.account, head)).catch(
    (error: unknown) => {
      if (isDuplicate(error)) throw fail('handle-taken');
      throw error;
    },
  );
  if (!written) throw fail('profile-stale');
  return readOwn(ctx, who);
}

/** Throws `profile-stale`, `employment-not-yours`. */
export async function editSection(ctx: Context, who: Member, edit: EditSection): Promise<OwnProfile> {
  const row = { ...edit, account: who.account };
  let written: boolean;
  if (edit.section === 'education') {
    const isFound = edit.audience === 'members' || edit.audience === 'everyone';
    const schools = isFound ? schoolsOf(edit.content.map(({ school }) => school)) : [];
    written = await write(ctx, who, (tx) => store.upsertEducation(tx, row, schools));
  } else {
    if (edit.section === 'experience') await requireOwn(ctx, who, edit.content);
    written = await write(ctx, who, (tx) => store.upsertSection(tx, row));
  }
  if (!written) throw fail('profile-stale');
  return readOwn(ctx, who);
}

/** A place of work may point at the member's own employments alone, which nobody ever deletes one by one. */
async function requireOwn(
  ctx: Context,
  who: Member,
  works: readonly { employment: string | null }[],
): Promise<void> {
  const ids = works.flatMap(({ employment }) => employment ?? []);
  if (ids.length > 0 && !(await store.ownsEmployments(ctx.pool, who.account, ids)))
    throw fail('employment-not-yours');
}
