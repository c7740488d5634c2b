export { Looked, LookKind, LookReason, LookVerdict, lookKinds, verdicts } from './kinds.ts';
export { lookLimits } from './limits.ts';
export { type LookContext, look } from './look.ts';
export { type Model, ModelError, readModel } from './model/file.ts';
export { loadModel } from './model/load.ts';
export { type Fingerprint, fingerprintOf } from './near/fingerprint.ts';
export { makeWindow, type Posting, type Seen, type Window } from './near/window.ts';
export { readText } from './read.ts';
export { type Refusal, refusalOf, wordsOfPost } from './refusal.ts';
