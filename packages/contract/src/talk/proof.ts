import { z } from 'zod';
import { Bytes } from '../common.ts';
import { LogInfo } from '../issuer.ts';
import { talkLimits } from './limits.ts';
import { Hash, Presentation } from './schemas.ts';

/** Highest tree that a number can count has 53 levels. */
const Path = z.array(Hash).max(53);

/** An entry of a log with the path from its leaf to the root of the checkpoint beside it. */
export const LoggedEntry = z.strictObject({
  index: z.int().nonnegative(),
  /** `encodeEntry` of the protocol: canonical CBOR. */
  entry: Bytes().max(90_000),
  path: Path,
});
export type LoggedEntry = z.infer<typeof LoggedEntry>;

const Checkpoint = z.string().max(16_384);

/** protocol.md 6: all that shows, without asking anybody, that an employee of X said these words. */
export const Proof = z.strictObject({
  format: z.literal('teahouse-proof-1'),
  act: z.strictObject({
    header: Bytes().max(Math.ceil((talkLimits.headerBytes * 8) / 6)),
    body: Bytes().max(Math.ceil((talkLimits.bodyBytes * 8) / 6)),
    salt: Bytes(32),
    signature: Bytes(64),
  }),
  presentation: Presentation,
  issuer: z.strictObject({
    log: LogInfo.strict(),
    checkpoint: Checkpoint,
    key: LoggedEntry,
    epoch: LoggedEntry,
    /** Of the scope that the label is measured by. */
    counts: LoggedEntry,
  }),
  talk: z.strictObject({
    log: LogInfo.strict(),
    checkpoint: Checkpoint,
    /** The root over the acts among which this one was accepted. */
    acts: LoggedEntry,
    /** Place of this one among them, and the path to that root. */
    index: z.int().nonnegative(),
    path: Path,
  }),
});
export type Proof = z.infer<typeof Proof>;
