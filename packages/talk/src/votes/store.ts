import type { Queryable } from '@teahouse/kit/pool';
import {
  type Label,
  type Presentation,
  protocolLimits,
  reactionKinds,
  verdictKinds,
} from '@teahouse/protocol';
import type { OpenedAct } from '../acts/envelope.ts';
import type { AliasRow } from '../acts/policy.ts';
import type { StateNumber } from '../order/standing.ts';
import { heatSql } from '../threads/heat.ts';

/** The post that an act without words is about, and what its author said of it before. */
export interface VoteGround {
  readonly thread_id: Buffer;
  readonly seq: number;
  readonly slot: number;
  readonly deleted: boolean;
  readonly state: StateNumber;
  readonly attached: Buffer | null;
  readonly best_agree: number;
  readonly is_best: boolean;
  /** Label of the post's author. */
  readonly author_label: Label;
}
export interface ReactionGround extends VoteGround {
  /** Of the alias that reacts; null where it has not entered the thread. */
  readonly label: Label | null;
  readonly public_key: Buffer | null;
  readonly last_act: Buffer | null;
  readonly reaction: number | null;
  readonly banned: boolean;
}
export interface BallotGround extends VoteGround {
  readonly last_act: Buffer | null;
  readonly public_key: Buffer | null;
  readonly label: Label | null;
  readonly choices: number[] | null;
  /** Slot of the company's first answer under a thread that this post opens; null without one. */
  readonly answered: number | null;
}

const groundColumns = `p.thread_id, p.seq, p.slot, p.deleted, p.state, p.attached, t.best_agree,
  coalesce(t.best = p.id, false) AS is_best, author.label AS author_label`;
const groundTables = `posts p JOIN threads t ON t.room_id = p.room_id AND t.id = p.thread_id
  JOIN aliases author ON author.room_id = p.room_id AND author.context = p.thread_id AND author.pseudonym = p.pseudonym`;

/** One statement; undefined when the room has no such post. */
export async function readReactionGround(db: Queryable, act: OpenedAct): Promise<ReactionGround | undefined> {
  const { rows } = await db.query<ReactionGround>({
    name: 'reaction-ground',
    text: `SELECT ${groundColumns}, a.label, a.public_key, r.last_act, r.reaction,
             EXISTS (SELECT FROM bans WHERE room_id = $1 AND context = p.thread_id AND pseudonym = $3) AS banned FROM ${groundTables}
           LEFT JOIN aliases a ON a.room_id = p.room_id AND a.context = p.thread_id AND a.pseudonym = $3
           LEFT JOIN reactions r ON r.room_id = p.room_id AND r.post_id = p.id AND r.pseudonym = $3
           WHERE p.room_id = $1 AND p.id = $2`,
    values: [act.header.room, act.header.target, act.pseudonym],
  });
  return rows[0];
}

/** One statement; undefined when the room has no such post. */
export async function readBallotGround(
  db: Queryable,
  act: OpenedAct,
  kind: string,
): Promise<BallotGround | undefined> {
  const { rows } = await db.query<BallotGround>({
    name: 'ballot-ground',
    text: `SELECT ${groundColumns}, b.last_act, b.public_key, b.label, b.choices, o.slot AS answered FROM ${groundTables}
           LEFT JOIN ballots b ON b.room_id = p.room_id AND b.post_id = p.id AND b.kind = $4 AND b.pseudonym = $3
           LEFT JOIN official_versions o ON o.room_id = p.room_id AND o.thread_id = p.thread_id AND o.version = 1 AND p.seq = 0
           WHERE p.room_id = $1 AND p.id = $2`,
    values: [act.header.room, act.header.target, act.pseudonym, kind],
  });
  return rows[0];
}

/**
 * Notes an act ($3) for the next entry of the log when it was written, and only then: of the same act sent twice at once
 * the second one writes nothing.
 */
const thenAwaitLog = (write: string) =>
  `WITH written AS (${write} RETURNING room_id)
   INSERT INTO pending_acts (room_id, act) SELECT room_id, $3 FROM written`;

/** Writes a reaction in the place of the one it follows; false when another came between. */
export async function writeReaction(
  tx: Queryable,
  act: OpenedAct,
  reaction: number | null,
): Promise<boolean> {
  const { header } = act;
  const { rowCount } = await tx.query({
    name: header.prev ? 'change-reaction' : 'first-reaction',
    text: thenAwaitLog(
      header.prev
        ? `UPDATE reactions SET reaction = $5, last_act = $3, header = $6, signature = $7, salt = $8
           WHERE room_id = $1 AND post_id = $2 AND pseudonym = $4 AND last_act = $9`
        : `INSERT INTO reactions (room_id, post_id, last_act, pseudonym, reaction, header, signature, salt)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (room_id, post_id, pseudonym) DO NOTHING`,
    ),
    values: [
      ...[header.room, header.target, act.id, act.pseudonym, reaction],
      ...[act.headerBytes, act.signature, act.salt],
      ...(header.prev ? [header.prev] : []),
    ],
  });
  return rowCount === 1;
}

/** Writes a ballot in the place of the one it follows; false when another came between. The primary key is the one vote. */
export async function writeBallot(
  tx: Queryable,
  act: OpenedAct,
  i: { kind: string; choices: readonly number[]; entry: Presentation | undefined },
): Promise<boolean> {
  const { header } = act;
  const shared = [header.room, header.target, act.id, i.kind, act.pseudonym, i.choices];
  const signed = [act.headerBytes, act.signature, act.salt];
  const { entry } = i;
  const { rowCount } = await tx.query({
    name: entry ? 'first-ballot' : 'change-ballot',
    text: thenAwaitLog(
      entry
        ? `INSERT INTO ballots (room_id, post_id, last_act, kind, pseudonym, choices, header, signature, salt, label,
           public_key, proof) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
           ON CONFLICT (room_id, post_id, kind, pseudonym) DO NOTHING`
        : `UPDATE ballots SET choices = $6, last_act = $3, header = $7, signature = $8, salt = $9
           WHERE room_id = $1 AND post_id = $2 AND kind = $4 AND pseudonym = $5 AND last_act = $10`,
    ),
    values: entry
      ? [...shared, ...signed, JSON.stringify(entry.label), entry.publicKey, entry.proof]
      : [...shared, ...signed, header.prev],
  });
  return rowCount === 1;
}

/** What an act adds to a post's counts, place by place. */
export interface TallyChange {
  readonly reactions?: readonly number[];
  readonly votes?: readonly number[];
  readonly ballots?: number;
  readonly verdicts?: readonly number[];
}

/** Sums place by place, as long as the longer of the two. No subquery: Citus takes none in an upsert (decision 0037). */
function sumOf(column: string, parameter: string, most: number): string {
  const sums = Array.from(
    { length: most },
    (_, i) => `coalesce(tallies.${column}[${i + 1}], 0) + coalesce((${parameter}::integer[])[${i + 1}], 0)`,
  );
  return `(ARRAY[${sums.join(', ')}])[1:greatest(cardinality(tallies.${column}), cardinality(${parameter}::integer[]))]`;
}

/** Adds to the counts of the post at `seq` of its thread; returns how many agree with it now. */
export async function addToTally(
  tx: Queryable,
  act: OpenedAct,
  seq: number,
  change: TallyChange,
): Promise<number> {
  const { rows } = await tx.query<{ agree: number | null }>({
    name: 'add-to-tally',
    text: `INSERT INTO tallies (room_id, post_id, reactions, votes, ballots, verdicts, thread_id, seq)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT (room_id, post_id) DO UPDATE SET reactions = ${sumOf('reactions', '$3', reactionKinds.length)},
             votes = ${sumOf('votes', '$4', protocolLimits.pollOptions)}, ballots = tallies.ballots + $5,
             verdicts = ${sumOf('verdicts', '$6', verdictKinds.length)}
           RETURNING reactions[1] AS agree`,
    values: [
      ...[act.header.room, act.header.target, change.reactions ?? [], change.votes ?? []],
      ...[change.ballots ?? 0, change.verdicts ?? [], act.thread, seq],
    ],
  });
  return rows[0]?.agree ?? 0;
}

/** Counts an alias that entered the thread with a reaction. */
export async function addVoice(tx: Queryable, act: OpenedAct): Promise<void> {
  await tx.query({
    name: 'add-voice',
    text: `UPDATE threads SET voices = voices + 1, heat = ${heatSql('slot', 'voices + 1')} WHERE room_id = $1 AND id = $2`,
    values: [act.header.room, act.thread],
  });
}

/** The alias of a ground, where it stands. */
export const aliasIn = (ground: Pick<ReactionGround, 'label' | 'public_key'>): AliasRow | undefined =>
  ground.label && ground.public_key ? { label: ground.label, public_key: ground.public_key } : undefined;
