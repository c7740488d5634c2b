import { type Ballots, type Reactions, talkLimits } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import {
  type BallotChoice,
  type BallotKind,
  decodeHeader,
  encodeBody,
  type Label,
  reactionKinds,
  resolveKinds,
  verdictKinds,
} from '@teahouse/protocol';
import type { z } from 'zod';
import { bytesOf, textOf } from '../wire.ts';

/*
 * Who reacted, and every ballot with its proof, in the order of their pseudonyms: anyone can count anew, and whoever lost
 * a device finds what it said last.
 */
const start = (after: string | undefined) => (after === undefined ? Buffer.alloc(0) : bytesOf(after));
const limit = talkLimits.ballotsPerPage;

/** A page of the reactions to a post. One statement. */
export async function reactionsTo(
  db: Queryable,
  room: string,
  post: Uint8Array,
  after: string | undefined,
): Promise<z.input<typeof Reactions>> {
  const { rows } = await db.query<{ pseudonym: Buffer; reaction: number | null; last_act: Buffer }>({
    name: 'reactions',
    text: `SELECT pseudonym, reaction, last_act FROM reactions WHERE room_id = $1 AND post_id = $2 AND pseudonym > $3
           ORDER BY pseudonym LIMIT $4`,
    values: [room, post, start(after), limit],
  });
  const reactions = rows.map(({ pseudonym, reaction, last_act }) => ({
    pseudonym: textOf(pseudonym),
    reaction: reaction === null ? null : (reactionKinds[reaction] ?? null),
    lastAct: textOf(last_act),
  }));
  return { reactions, next: rows.length === limit ? reactions.at(-1)!.pseudonym : null };
}

interface BallotRow {
  pseudonym: Buffer;
  label: Label;
  public_key: Buffer;
  proof: Buffer;
  choices: number[];
  header: Buffer;
  salt: Buffer;
  signature: Buffer;
  /** Of the post's verdicts, how many there are; null where it was taken back or is not shown. */
  said: number | null;
}

/**
 * A page of the ballots on a post. What the first few colleagues said of a claim is not told before there are enough of
 * them (product.md T7), nor what was said of words that are gone: then body and salt are left out. One statement.
 */
export async function ballotsOn(
  db: Queryable,
  i: { room: string; post: Uint8Array; kind: BallotKind },
  after: string | undefined,
): Promise<z.input<typeof Ballots>> {
  const { rows } = await db.query<BallotRow>({
    name: 'ballots',
    text: `SELECT b.pseudonym, b.label, b.public_key, b.proof, b.choices, b.header, b.salt, b.signature,
             CASE WHEN NOT p.deleted AND p.state = 0 THEN CASE WHEN $3 = 'resolves' THEN (SELECT count(*)::integer FROM ballots WHERE room_id = $1 AND post_id = $2 AND kind = $3)
               ELSE (SELECT coalesce(sum(n), 0)::integer FROM unnest(y.verdicts) AS n) END END AS said
           FROM ballots b
           JOIN posts p ON p.room_id = b.room_id AND p.id = b.post_id
           LEFT JOIN tallies y ON y.room_id = b.room_id AND y.post_id = b.post_id
           WHERE b.room_id = $1 AND b.post_id = $2 AND b.kind = $3 AND b.pseudonym > $4
           ORDER BY b.pseudonym LIMIT $5`,
    values: [i.room, i.post, i.kind, start(after), limit],
  });
  const ballots = rows.map((row) => presentBallot(row, i.kind));
  return { ballots, next: rows.length === limit ? textOf(rows.at(-1)!.pseudonym) : null };
}

function saidIn(kind: BallotKind, choices: readonly number[]): BallotChoice {
  if (kind === 'resolves') return { resolves: resolveKinds[choices[0]!]! };
  return kind === 'poll' ? { choices } : { verdict: verdictKinds[choices[0]!]! };
}

function presentBallot(row: BallotRow, kind: BallotKind): z.input<typeof Ballots>['ballots'][number] {
  const { choices, said } = row;
  const told = said !== null && (kind === 'poll' || said >= talkLimits.verdictFloor);
  const body = saidIn(kind, choices);
  return {
    presentation: {
      label: row.label,
      proof: textOf(row.proof),
      pseudonym: textOf(row.pseudonym),
      publicKey: textOf(row.public_key),
    },
    header: textOf(row.header),
    body: told ? textOf(encodeBody(decodeHeader(row.header), body)) : null,
    salt: told ? textOf(row.salt) : null,
    signature: textOf(row.signature),
  };
}
