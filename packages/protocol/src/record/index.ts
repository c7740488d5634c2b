/** What stands in the logs of issuer and talk: typed entries, and the hashes they hold. No I/O. protocol.md 1.3, 3, 4. */

export { createRecordAudit, type RecordAudit, type RecordSummary } from './audit.ts';
export { faultsKept, type RecordFault, type RecordFaultCode } from './audit-faults.ts';
export type { EpochSummary, IssuerSummary } from './audit-issuer.ts';
export type { TalkSummary } from './audit-talk.ts';
export {
  claimsOfCompanyKeys,
  claimsOfDirectory,
  claimsOfIssuer,
  claimsOfTokenKeys,
  type IssuerClaims,
  logOrigin,
} from './claims.ts';
export {
  countsEntries,
  countsRoot,
  isScopeOf,
  type PublishedCount,
  rowsFor,
} from './counts.ts';
export { type DirectoryContent, directoryHash } from './directory.ts';
export {
  type ActsEntry,
  type CompanyKeyEntry,
  type CountRow,
  type CountScope,
  type CountsEntry,
  type DirectoryEntry,
  decodeEntry,
  type Entry,
  type EpochEntry,
  type EventEntry,
  encodeEntry,
  type IssuerKeyEntry,
  type LeavesEntry,
  type LogHead,
  type Plane,
  type TokenKeyEntry,
  type WebEntry,
} from './entry.ts';
export { recordLimits } from './fields.ts';
export {
  actInclusion,
  actsRoot,
  type Issuance,
  issuanceLeaf,
  issuerKeyHash,
  sortActs,
  webHash,
} from './hashes.ts';
