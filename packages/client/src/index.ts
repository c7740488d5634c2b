/** The holder of a credential, headless: see README.md. */
export {
  type CallExtra,
  type Caller,
  type CallerOptions,
  createCaller,
  createTalkCaller,
  type TalkCaller,
} from './call.ts';
export { createClient } from './client.ts';
export type { ClientOptions, Teahouse } from './client-types.ts';
export type { Draft, DraftPicture, DraftScope, Drafts } from './drafts.ts';
export { ApiError, type ClientErrorCode, type Issue } from './errors.ts';
export type { Inbox, InboxSnapshot } from './inbox/inbox.ts';
export type { InboxItem, MentionItem, ReplyItem, ThreadItem } from './inbox/types.ts';
export type { InboxWords } from './inbox/words.ts';
export type { Logs, LogsSnapshot, LogsState, LogView } from './log/logs.ts';
export type { LogEvidence, StopCode } from './log/memory.ts';
export type { LogSource } from './log/sources.ts';
export { createMembersCaller, type MembersCaller } from './members-call.ts';
export type { Notes } from './notes.ts';
export type { Notice, Notices, NoticesSnapshot, OwnNotice } from './notices/notices.ts';
export type { Observable, Unsubscribe } from './observable.ts';
export type { Outbox, Timers } from './outbox/outbox.ts';
export {
  type Compose,
  type ComposeAppeal,
  type ComposePicture,
  type ComposeReport,
  type ComposeVote,
  type Delay,
  isVote,
  type OutboxItem,
  type OutboxState,
} from './outbox/types.ts';
export type { OpenedProof } from './proof.ts';
export {
  createInlineProver,
  type PresentInput,
  type ProofProgress,
  type Prover,
  type SignedCredential,
} from './prover.ts';
export type { OwnThread, RestoreProgress } from './restore.ts';
export { memoryStore, type Store } from './store.ts';
export type { Aliases, OwnAlias } from './talk/aliases.ts';
export type { LabelChoice, LabelOption, Labels, LabelsSnapshot, ResolvedLabel } from './talk/labels.ts';
export { type WatchOptions, type WatchState, watch } from './talk/live.ts';
export { type PresentedAlias, presentAliases } from './talk/present.ts';
export type { RoomKeys, RoomKeysSnapshot } from './talk/room-keys.ts';
export { type OwnBallot, type OwnReaction, type Votes, type VotesSnapshot, voteKey } from './talk/votes.ts';
export type { TokenCounts, Tokens, TokensSnapshot } from './tokens/tokens.ts';
export type { HeldCredential } from './wallet/credentials.ts';
export type { DeviceLock, LockSnapshot, LockWay } from './wallet/lock/device-lock.ts';
export { type LockAfter, lockAfters, type Stretch } from './wallet/lock/record.ts';
export { isLongEnough, type LockSecret, leastPassphrase, type NewLockSecret } from './wallet/lock/secrets.ts';
export type { TabMessage, Tabs } from './wallet/lock/tabs.ts';
export type { Wallet, WalletSnapshot } from './wallet/wallet.ts';
