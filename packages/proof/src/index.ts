/** Reads, judges and explains proofs (protocol.md 6). Offline, isomorphic, no I/O. */
export type { Trusted } from './checks.ts';
export { ProofError, type UnusableReason } from './errors.ts';
export { proofFileBytes, readProof, writeProof } from './file.ts';
export { keyFingerprint } from './fingerprint.ts';
export {
  type Check,
  type CheckCode,
  checkCodes,
  type Said,
  type Verdict,
  type WitnessSeen,
} from './verdict.ts';
export { verifyProof } from './verify.ts';
export { type Lang, type Names, unusableWords, type VerdictWords, verdictWords } from './words.ts';
