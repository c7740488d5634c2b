export type { BbsBackend } from './backend.ts';
export { type Bbs, createBbs } from './bbs.ts';
export type { CommitInput } from './commit.ts';
export { BbsError, type BbsErrorCode } from './errors.ts';
export type { Presentation, ProveInput } from './prove.ts';
export type { Rng } from './scalars.ts';
export type { BlindSignInput, Credential } from './sign.ts';
export type { DisclosedMessage, VerifyInput } from './verify.ts';
