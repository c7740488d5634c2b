export { type Bbs, createBbs } from './bbs.ts';
export { BbsError } from './errors.ts';
export type { Rng } from './scalars.ts';
export type { VerifyInput } from './verify.ts';
