/** The protocol of Teahouse: isomorphic, no I/O, no clock and no randomness but what is passed in. */
export {
  type ActHeader,
  type ActType,
  actId,
  actSignatureInput,
  bodyHash,
  decodeHeader,
  encodeHeader,
  isActPublicKey,
  signAct,
  verifyAct,
} from './act.ts';
export { type AliasName, aliasOf } from './alias.ts';
export { type Bbs, BbsError, createBbs, type Rng } from './bbs/index.ts';
export {
  type ActBody,
  type BodyPlace,
  decodeBody,
  encodeBody,
  type HouseRule,
  houseRules,
  type Picture,
  type Poll,
  pollVoters,
  type Reaction,
  type Resolves,
  reactionKinds,
  resolveKinds,
  type Verdict,
  verdictKinds,
} from './body.ts';
export { concat, equal, fromBase64url, fromHex, fromUtf8, hex, toBase64url, utf8 } from './bytes.ts';
export { CborError, type CborErrorCode, type CborValue, decodeCbor, encodeCbor } from './cbor.ts';
export {
  type BallotKind,
  ballotContext,
  ballotTarget,
  dayOf,
  isInstance,
  isoWeek,
  isWeek,
  openWeeks,
  reportContext,
  roomContext,
  slotOf,
  threadContext,
  tokensContext,
} from './context.ts';
export {
  type Credential,
  credentialCounts,
  credentialHeader,
  credentialMessages,
  epochOf,
  isEpoch,
  isSlug,
  isStanding,
  MESSAGE_COUNT,
  NYM_COUNT,
  nextEpoch,
  previousEpoch,
  type Standing,
  startOfEpoch,
} from './credential.ts';
export { ProtocolError, type ProtocolErrorCode } from './errors.ts';
export { domainHash } from './hash.ts';
export {
  type CountRecord,
  type Label,
  type LabelKind,
  labelBytes,
  labelFor,
  labelFromBytes,
  labelKinds,
  labelMessages,
  matching,
  parseLabel,
  widen,
} from './label.ts';
export { protocolLimits } from './limits.ts';
export {
  type Act,
  type BallotChoice,
  ballotKindOf,
  type MadeAct,
  makeAppeal,
  makeBallot,
  makeDelete,
  makeEdit,
  makeReaction,
  makeReply,
  makeReport,
  makeThread,
  openAct,
} from './make-act.ts';
export { type MaskShape, maskShapes, maskSvg } from './mask.ts';
export {
  companyKeyContext,
  decodeStatement,
  encodeStatement,
  makeStatement,
  type OfficialStatement,
  officialSignatureInput,
  officialTextHash,
  statementId,
  verifyStatement,
} from './official.ts';
export {
  checkCommitment,
  checkCredential,
  commitmentPoint,
  issue,
  issuerKeyId,
  makeCommitment,
  type Presentation,
  type PresentationCheck,
  type PresentationWire,
  present,
  presentationFromWire,
  presentationToWire,
  verifyPresentation,
  verifyPresentations,
} from './presentation.ts';
export {
  type RsaPublicKey,
  type RsaVariant,
  rsaBlind,
  rsaBlindSign,
  rsaFinalize,
  rsaPrepare,
  rsaVariants,
  rsaVerify,
} from './rsa.ts';
export {
  type ActKey,
  actKey,
  deriveSecrets,
  newSeed,
  phraseFromSeed,
  SEED_LENGTH,
  type Secrets,
  seedFromPhrase,
} from './seed.ts';
export { checkText, checkTitle, normaliseText } from './text.ts';
export {
  blindRequest,
  challengeDigest,
  decodeTokenKey,
  encodeTokenKey,
  finalizeToken,
  parseToken,
  refundRequest,
  TOKEN_LENGTH,
  type Token,
  type TokenRequest,
  tokenInput,
  tokenKeyId,
  tokenRequest,
  verifyToken,
} from './token.ts';
