import type { Label, Rng } from '@teahouse/protocol';
import type { TalkCaller } from '../call.ts';
import type { LogGuard } from '../log/guard.ts';
import type { ProofProgress, Prover } from '../prover.ts';
import type { Aliases } from '../talk/aliases.ts';
import type { Labels } from '../talk/labels.ts';
import type { Votes } from '../talk/votes.ts';
import type { Worlds } from '../talk/world.ts';
import type { Purse } from '../tokens/purse.ts';
import type { Refunds } from '../tokens/refunds.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { Built } from './types.ts';

/** What the making of an act works with. */
export interface BuildDeps {
  readonly talk: TalkCaller;
  readonly wallet: Wallet;
  readonly purse: Purse;
  readonly refunds: Pick<Refunds, 'expect'>;
  readonly labels: Labels;
  readonly aliases: Aliases;
  readonly votes: Votes;
  readonly worlds: Worlds;
  readonly guard: LogGuard;
  readonly prover: Prover;
  readonly clock: { now(): Date };
  readonly rng: Rng;
  /** Draws the week's tokens where they are not here yet; the caller holds the lock. */
  readonly drawTokens: () => Promise<void>;
  /** Marks as gone what another device has spent; the caller holds the lock. */
  readonly dropSpent: () => Promise<void>;
  readonly onProof?: ProofProgress;
}
/** The act with the label under which it enters, if it does. */
export interface BuiltAct {
  readonly built: Built;
  readonly label: Label | null;
}
