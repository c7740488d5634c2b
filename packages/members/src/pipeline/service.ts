import type {
  Board,
  BoardStanding,
  Candidate,
  ExportQuestion,
  ExportRow,
  Move,
  Moved,
} from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import type { Asker } from '../jobs/job-service.ts';
import { forget, tell } from '../notices/tell.ts';
import { readCards as readMembers } from '../people/cards.ts';
import { type Cursor, pageOf, readCards, readHead } from './board-store.ts';
import { readCandidate, readExport } from './candidate-store.ts';
import * as store from './move-store.ts';

const l = membersLimits.pipeline;

function cursorOf(text: string): Cursor {
  const at = text.lastIndexOf('_');
  const place = Number(text.slice(0, at));
  if (!Number.isFinite(place)) throw fail('invalid-input');
  return { place, id: text.slice(at + 1) };
}

/** Throws `job-unknown`, `invalid-input`. */
export async function readBoard(
  ctx: Context,
  by: Asker,
  i: { job: string; cursor: string | undefined },
): Promise<Board> {
  const after = i.cursor === undefined ? undefined : cursorOf(i.cursor);
  const head = await readHead(ctx.pool, by, i.job);
  if (!head) throw fail('job-unknown');
  const found = await readCards(ctx.pool, by, { job: i.job, after });
  const cards = found.slice(0, pageOf(after));
  const last = cards.at(-1);
  const next = found.length > cards.length && last ? `${last.place}_${last.id}` : null;
  return { ...head, cards, next };
}

/**
 * Moves applications, each from the version that was read; one that stands there already counts as moved, so that what is
 * sent twice is done once. Throws `application-unknown`, and `application-moved` where a colleague was first with all of them.
 */
export async function move(ctx: Context, by: Asker, job: string, moves: readonly Move[]): Promise<Moved> {
  return withTransaction(ctx.pool, async (tx) => {
    const ids = moves.map(({ application }) => application);
    const before = await store.lockForMove(tx, by.account, { job, ids });
    if (before.length === 0) throw fail('application-unknown');
    const wanted = new Map(moves.map((one) => [one.application, one]));
    const isThere = (one: store.Before) => {
      const to = wanted.get(one.id);
      return to?.stage === one.stage && to.place === one.place;
    };
    const fresh = before.filter((one) => wanted.get(one.id)?.version === one.version && !isThere(one));
    const [there, missed] = [before.filter(isThere), before.filter((one) => !isThere(one))].map((some) =>
      some.filter((one) => !fresh.includes(one)),
    ) as [store.Before[], store.Before[]];
    if (fresh.length === 0 && there.length === 0) throw fail('application-moved');
    const moved = await store.writeMoves(
      tx,
      fresh.flatMap(({ id }) => wanted.get(id) ?? []),
    );
    await follow(tx, { job, today: by.today, before: fresh, moved });
    return { moved: [...moved, ...there.map(standingOf)], missed: missed.map(standingOf) };
  });
}

const standingOf = ({ id, stage, place, version }: store.Before): BoardStanding => ({
  ...{ id, stage, place, version },
});

/** History and notices of those that came to another stage. What is back where the day began is told to nobody. */
async function follow(
  tx: Queryable,
  i: { job: string; today: string; before: readonly store.Before[]; moved: readonly BoardStanding[] },
): Promise<void> {
  const stood = new Map(i.before.map((one) => [one.id, one]));
  const changed = i.moved.filter(({ id, stage }) => stood.get(id)?.stage !== stage);
  if (changed.length === 0) return;
  const left = await store.writeHistory(tx, changed, i.today);
  const account = ({ id }: BoardStanding) => stood.get(id)?.account ?? [];
  const told = { kind: 'application', subject: i.job, day: i.today } as const;
  await forget(tx, { ...told, reader: changed.flatMap(account) });
  const on = changed.filter(({ id }) => left.get(id) === 'on');
  if (on.length > 0) await tell(tx, { ...told, by: null, to: on.flatMap(account) });
}

/** Throws `application-unknown`, also where the reader is no recruiter of its job. */
export async function readOne(ctx: Context, by: Asker, application: string): Promise<Candidate> {
  const row = await readCandidate(ctx.pool, by, application);
  if (!row) throw fail('application-unknown');
  const { account, referrer, file_name: name, file_bytes: bytes, notes } = row;
  const ids = [account, ...(referrer ? [referrer] : []), ...notes.map((note) => note.by)];
  const cards = await readMembers(ctx.pool, by, [...new Set(ids)]);
  const member = cards.get(account);
  if (!member) throw fail('application-unknown');
  const { id, stage, place, version, day, labels, words, history } = row;
  return {
    ...{ id, stage, place, version, day, labels, words, history, member },
    job: { id: row.job, title: row.title },
    file: name === null || bytes === null ? null : { name, bytes },
    referral: referrer === null ? null : { by: cards.get(referrer) ?? null, words: row.referrer_words ?? '' },
    notes: notes.map((note) => ({
      ...{ id: note.id, text: note.text, day: note.day },
      ...{ by: cards.get(note.by) ?? null, mine: note.by === by.account },
    })),
  };
}

/** Rows for a file. Throws `too-many`, `job-unknown`, `export-large`. */
export async function exportRows(
  ctx: Context,
  by: Asker,
  i: { job: string; stage: ExportQuestion['stage'] },
): Promise<ExportRow[]> {
  await ctx.brakes.export(by.account);
  if (!(await readHead(ctx.pool, by, i.job))) throw fail('job-unknown');
  const found = await readExport(ctx.pool, by, { job: i.job, stage: i.stage });
  if (found.length > l.exportRows) throw fail('export-large');
  return found.map(({ handle, name_zh: zh, name_en: en, ...row }) => ({
    ...row,
    page: `/in/${handle}`,
    employer: zh || en || '',
  }));
}
