import { type BallotChoice, type BallotKind, ballotKindOf, type Reaction } from '@teahouse/protocol';
import { createCell, type Observable } from '../observable.ts';
import { entriesUnder, type Store } from '../store.ts';

/** What this device knows of its own reaction to a post. */
export interface OwnReaction {
  /** Null where it was taken back. */
  readonly reaction: Reaction | null;
  /** Act id: the next one's `prev`. */
  readonly lastAct: string;
}
/** What this device knows of its own ballot on a post. */
export interface OwnBallot {
  /** Null where it was found again in the public file while that does not tell yet what was said. */
  readonly choice: BallotChoice | null;
  /** The person's in the ballot's context, 48 bytes in base64url. */
  readonly pseudonym: string;
  readonly lastAct: string;
}

export type VotesSnapshot = ReadonlyMap<string, OwnReaction | OwnBallot>;
/** What a vote is on, in the words of an act that is composed. */
export type Vote =
  | { readonly kind: 'react'; readonly target: string }
  | { readonly kind: 'ballot'; readonly target: string; readonly choice: BallotChoice };
/** On one of these a person has one say. */
export const voteKey = (vote: Vote): string =>
  vote.kind === 'react' ? reactionKey(vote.target) : ballotKey(ballotKindOf(vote.choice), vote.target);
const reactionKey = (post: string) => `react/${post}`;
const ballotKey = (kind: BallotKind, post: string) => `${kind}/${post}`;

/** Own reactions and ballots, on this device only. */
export interface Votes extends Observable<VotesSnapshot> {
  reactionTo(post: string): OwnReaction | undefined;
  ballotOn(kind: BallotKind, post: string): OwnBallot | undefined;
  /** Stored before it resolves, and before anyone is told. */
  remember(key: string, vote: OwnReaction | OwnBallot): Promise<void>;
  /** What was known is not so: another device said something, or the server lost it. */
  drop(key: string): Promise<void>;
  /** Reads the Store anew. */
  load(): Promise<void>;
}

const prefix = 'vote/';

export async function createVotes(store: Store): Promise<Votes> {
  const cell = createCell<VotesSnapshot>(new Map());
  const without = (key: string) => [...cell.snapshot()].filter(([other]) => other !== key);
  const load = async () => {
    cell.set(new Map(await entriesUnder<OwnReaction | OwnBallot>(store, prefix)));
  };
  await load();
  return {
    subscribe: cell.subscribe,
    snapshot: cell.snapshot,
    reactionTo: (post) => cell.snapshot().get(reactionKey(post)) as OwnReaction | undefined,
    ballotOn: (kind, post) => cell.snapshot().get(ballotKey(kind, post)) as OwnBallot | undefined,
    load,
    async remember(key, vote) {
      await store.set(prefix + key, vote);
      cell.set(new Map([...without(key), [key, vote]]));
    },
    async drop(key) {
      await store.delete(prefix + key);
      cell.set(new Map(without(key)));
    },
  };
}
