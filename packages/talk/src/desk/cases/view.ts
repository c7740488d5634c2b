import type { CaseView } from '@teahouse/contract/desk';
import { talkLimits } from '@teahouse/contract/talk';
import type { z } from 'zod';
import { presentAlias } from '../../threads/present.ts';
import { readAliases, readThread } from '../../threads/store.ts';
import { slotText, textOf } from '../../wire.ts';
import { appealsOfPost } from '../appeals/service.ts';
import type { DeskContext } from '../context.ts';
import { refuse } from '../errors.ts';
import type { StaffRow } from '../staff/store.ts';
import * as present from './present.ts';
import { type PostPlace, requireCase } from './service.ts';
import { similarTo } from './similar.ts';
import * as store from './store.ts';
import { readPostsAround } from './thread-store.ts';

/** All that a decision may rest on. Throws `case-unknown`. */
export async function viewCase(
  ctx: DeskContext,
  me: StaffRow,
  { room, post }: PostPlace,
): Promise<z.input<typeof CaseView>> {
  const row = await requireCase(ctx, { room, post });
  const now = ctx.clock.now();
  const [around, reports, notes, answer, decisions, appeals, similar, banned] = await Promise.all([
    threadAround(ctx, row),
    store.listReports(ctx.pool, room, post),
    store.listNotes(ctx.pool, room, post),
    store.listAnswer(ctx.pool, room, post),
    store.listDecisions(ctx.pool, room, post),
    appealsOfPost(ctx, me, { room, post }),
    similarTo(ctx, { room, post }),
    store.isAuthorBanned(ctx.pool, room, post),
  ]);
  return {
    case: present.presentCase(row),
    ...around,
    reports: reports.map(present.presentReport),
    notes: notes.map(present.presentNote),
    answer: answer.map(({ slot, ...version }) => ({ ...version, slot: slotText(slot) })),
    decisions: decisions.map((one) => present.presentDecisionFor(one, me.id, now)),
    ...{ appeals, similar, banned },
  };
}

/** The thread with a page of its posts around this one, and their aliases. Three statements. */
async function threadAround(
  { pool }: DeskContext,
  { room_id: room, thread_id, post_id }: store.CaseRow,
): Promise<Pick<z.input<typeof CaseView>, 'thread' | 'posts' | 'aliases'>> {
  const thread = await readThread(pool, room, thread_id);
  if (!thread) throw refuse('case-unknown');
  const posts = await readPostsAround(pool, {
    room,
    thread: thread_id,
    post: post_id,
    limit: talkLimits.postsPerPage,
  });
  const speakers = new Map(posts.map(({ pseudonym }) => [textOf(pseudonym), pseudonym]));
  const aliases = await readAliases(pool, room, thread_id, [...speakers.values()]);
  return {
    thread: present.presentThreadForStaff(thread),
    posts: posts.map((one) => present.presentPostForStaff(one, thread)),
    aliases: aliases.map(presentAlias),
  };
}
