import {
  actKey,
  ballotKindOf,
  fromBase64url,
  makeBallot,
  makeReaction,
  toBase64url,
} from '@teahouse/protocol';
import { findBallot, findReaction } from '../talk/find-vote.ts';
import { type OwnBallot, type OwnReaction, voteKey } from '../talk/votes.ts';
import type { World } from '../talk/world.ts';
import type { BuildDeps, BuiltAct } from './build-deps.ts';
import { contextOfBallot, enterBallot, openingEpochOf } from './entry.ts';
import { author, identity, wrap } from './parts.ts';
import type { ComposeBallot, ComposeReact, ComposeVote } from './types.ts';

const bytes = (id: string) => fromBase64url(id, 32);
const prevOf = (own: { readonly lastAct: string } | undefined) => (own ? bytes(own.lastAct) : null);

/** A reaction by the alias that is there, or enters with it. */
export async function buildReaction(compose: ComposeReact, world: World, deps: BuildDeps): Promise<BuiltAct> {
  const who = await identity(compose, deps);
  const { room, thread, target, reaction } = compose;
  const own = deps.votes.reactionTo(target) ?? (await afterRestore(compose, who.pseudonym, deps));
  const act = makeReaction({
    ...author(room, world, deps),
    ...{ thread: bytes(thread), target: bytes(target), prev: prevOf(own), reaction },
  });
  return { built: { envelope: wrap(act, who), thread, onWire: false, reenter: false }, label: who.label };
}

/** A ballot: with its proof at first, later by its key alone. */
export async function buildBallot(compose: ComposeBallot, world: World, deps: BuildDeps): Promise<BuiltAct> {
  const { room, thread, target, choice } = compose;
  const known = deps.votes.ballotOn(ballotKindOf(choice), target);
  const own = known ?? ((await afterRestore(compose, '', deps)) as OwnBallot | undefined);
  const entry = own ? undefined : await enterBallot(compose, deps);
  const act = makeBallot({
    ...author(room, world, deps),
    ...{ thread: bytes(thread), target: bytes(target), prev: prevOf(own), choice },
    openingEpoch: openingEpochOf(compose),
  });
  const who = entry
    ? { pseudonym: toBase64url(entry.pseudonym), entry }
    : { pseudonym: own?.pseudonym ?? '' };
  return {
    built: { envelope: wrap(act, who), thread, onWire: false, reenter: false },
    label: entry?.label ?? null,
  };
}

/** A wallet that came from a phrase may have voted on another device; one that was made here has not. */
const afterRestore = async (compose: ComposeVote, pseudonym: string, deps: BuildDeps) =>
  deps.wallet.restored() ? lookUpVote(compose, pseudonym, deps) : undefined;

/**
 * What the public file of the post holds of ours, page by page, and keeps it for the next act; forgets what it doesn't
 * hold. `pseudonym` is that of the alias, for reactions.
 */
export async function lookUpVote(
  compose: ComposeVote,
  pseudonym: string,
  deps: Pick<BuildDeps, 'talk' | 'votes' | 'wallet'>,
): Promise<OwnReaction | OwnBallot | undefined> {
  const { room, target: post } = compose;
  const key = voteKey(compose);
  const found =
    compose.kind === 'react'
      ? await findReaction(deps.talk, { room, post, pseudonym })
      : await findBallot(deps.talk, {
          ...{ room, post, kind: ballotKindOf(compose.choice) },
          publicKey: toBase64url(actKey(deps.wallet.seed(), contextOfBallot(compose)).publicKey),
        });
  await (found ? deps.votes.remember(key, found) : deps.votes.drop(key));
  return found;
}
