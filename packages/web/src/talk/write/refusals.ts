import type { ClientErrorCode } from '@teahouse/client/errors';
import type { TalkErrorCode } from '@teahouse/contract/talk';

/** Codes of talk's that answer other questions than whether an act is taken. */
type NotOfActs = 'search-empty' | 'unknown-picture' | 'wrong-day' | `proof-${string}` | `official-${string}`;
/** Codes of the client's about the key and the lock, which stop a page and no single act. */
type NotOfOutbox =
  | 'offline'
  | 'wallet-exists'
  | 'store-locked'
  | `phrase-${string}`
  | `lock-${string}`
  | `pass${string}`;

/** Why an act in the outbox waits for its author (`OutboxState` "refused"). What passes by itself is not among them. */
export type RefusalCode =
  | Exclude<TalkErrorCode, NotOfActs>
  | Exclude<ClientErrorCode, NotOfOutbox | 'log-behind'>
  | 'title-invalid'
  | 'body-invalid'
  | 'signed-out'
  | 'invalid-input'
  | 'too-large'
  | 'not-found';

/**
 * What can be done about a refusal, beside throwing the act away. `again`: the same may be taken at another try;
 * `papers`: something is to be fetched on the named side first; `door`: the room is to be entered first; `labels`: under
 * another label; `log`: again, once its author has read why the client stopped. Without any, the text can be copied.
 */
export type Remedy = 'again' | 'papers' | 'door' | 'labels' | 'log';

const remedies: Readonly<Record<RefusalCode, readonly Remedy[]>> = {
  'cookie-refused': ['again'],
  'unknown-room': [],
  'room-closed': ['door', 'again'],
  'unknown-thread': [],
  'unknown-post': [],
  'act-malformed': ['again'],
  'act-too-long': [],
  'act-wrong-instance': [],
  'act-signature': ['again'],
  'body-mismatch': ['again'],
  'prev-conflict': ['again'],
  'edits-exhausted': [],
  'not-author': [],
  'post-deleted': [],
  'alias-missing': ['again'],
  'alias-mismatch': ['again'],
  'presentation-invalid': ['papers', 'again'],
  'epoch-stale': ['papers', 'again'],
  'issuer-key-unknown': ['papers', 'again'],
  'label-foreign': ['labels'],
  'label-below-floor': ['labels', 'again'],
  'label-unavailable': ['labels', 'again'],
  'ballot-closed': [],
  'ballot-foreign': [],
  'ballot-unknown': [],
  'picture-invalid': [],
  'picture-too-large': [],
  'picture-mismatch': ['again'],
  'token-invalid': ['again'],
  'token-spent': ['again'],
  'token-count': ['again'],
  'already-drawn': ['again'],
  'wrong-week': ['again'],
  'tokens-out': ['again'],
  'wallet-missing': ['papers'],
  'credential-missing': ['papers', 'again'],
  'credential-invalid': ['papers', 'again'],
  'signed-out': ['papers', 'again'],
  'log-key-changed': ['log'],
  'log-forked': ['log'],
  'log-rolled-back': ['log'],
  'not-in-log': ['again'],
  'log-invalid': ['again'],
  'instance-changed': [],
  'store-damaged': [],
  'look-threat': [],
  'look-personal-data': [],
  'look-known-picture': [],
  'look-malware': [],
  'post-not-shown': [],
  'thread-locked': [],
  'thread-slow': ['again'],
  'alias-banned': [],
  'already-reported': [],
  'appeal-unknown': [],
  'appeal-closed': [],
  'text-invalid': [],
  'title-invalid': [],
  'body-invalid': [],
  'invalid-input': [],
  'too-large': [],
  'not-found': ['again'],
};

/** A code that nobody foresaw may well pass. */
export const remediesOf = (code: string): readonly Remedy[] =>
  Object.entries(remedies).find(([one]) => one === code)?.[1] ?? ['again'];
