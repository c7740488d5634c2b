/** Transparency logs: RFC 6962 trees in C2SP tiles under signed checkpoints. No I/O, no clock but what is passed in. */
export { type Audit, auditLog, checkBundle, type LogEntry, rebuildTree } from './audit.ts';
export { decodeBundle, encodeBundle, MAX_ENTRY_LENGTH } from './bundle.ts';
export {
  type Checkpoint,
  encodeCheckpoint,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpoint,
} from './checkpoint.ts';
export { cosigner } from './cosignature.ts';
export { type Edge, edgeRoot, edgeTiles, emptyEdge, growEdge } from './edge.ts';
export { LogError, type LogErrorCode } from './errors.ts';
export { logFiles, rootOf, tileFiles } from './files.ts';
export {
  type ClaimedEntry,
  type Followed,
  fetchCheckpoint,
  followLog,
  textOfNote,
} from './follow.ts';
export { emptyRoot, leafHash, leafHashes, nodeHash } from './hash.ts';
export { type KnownSignature, type OpenedNote, openNote, signatureLine, signNote } from './note.ts';
export {
  encodeVerifier,
  makeVerifier,
  type NoteSigner,
  noteSigner,
  parseVerifier,
  type SignatureType,
  type Verifier,
} from './note-key.ts';
export {
  type ConsistencyClaim,
  consistencyProof,
  type InclusionClaim,
  inclusionProof,
  type NodeReader,
  treeHash,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts';
export { isCovered, parseTilePath, TILE_WIDTH, type Tile, type TileBytes, tileIn, tilePath } from './tile.ts';
export { type FetchFile, fetchBundle, fetchTile, tileNodes } from './tile-reader.ts';
