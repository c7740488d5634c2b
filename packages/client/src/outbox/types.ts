import type { Envelope } from '@teahouse/contract/talk';
import {
  type BallotChoice,
  ballotKindOf,
  type HouseRule,
  type Label,
  type LabelKind,
  type Picture,
  type Poll,
  type Reaction,
} from '@teahouse/protocol';
import type { Issue } from '../errors.ts';
import type { LabelChoice } from '../talk/labels.ts';

interface InRoom {
  readonly room: string;
  /** Insists on leaving at once, whatever left before. */
  readonly now?: boolean;
  /** Leaves at a random moment of the next hour, or of what is left of the day (product.md T13). */
  readonly within?: Delay;
}
export type Delay = 'hour' | 'day';
/** A picture of a post: what is signed of it, and the file that travels beside. `alt` as the protocol takes it. */
export interface ComposePicture extends Picture {
  readonly file: Uint8Array;
}
interface InThread extends InRoom {
  readonly thread: string;
  /** Act id of the post that is answered, edited, deleted, or voted on. */
  readonly target: string;
}
export interface ComposeThread extends InRoom {
  readonly kind: 'thread';
  readonly title: string;
  readonly text: string;
  readonly lang?: 'zh' | 'en';
  readonly label: LabelChoice;
  readonly poll?: Poll;
  readonly pictures?: readonly ComposePicture[];
}
export interface ComposeReply extends InThread {
  readonly kind: 'reply';
  readonly text: string;
  readonly lang?: 'zh' | 'en';
  /** Counts when the alias enters the thread; the widest where absent. */
  readonly label?: LabelChoice;
  readonly pictures?: readonly ComposePicture[];
  /** Pseudonyms of the thread's aliases that the text names. */
  readonly mentions?: readonly string[];
}
export interface ComposeEdit extends InThread {
  readonly kind: 'edit';
  readonly text: string;
  readonly mentions?: readonly string[];
  readonly title?: string;
}
export interface ComposeDelete extends InThread {
  readonly kind: 'delete';
}
/** A reaction by the alias of the thread; null takes back the one that stands. */
export interface ComposeReact extends InThread {
  readonly kind: 'react';
  readonly reaction: Reaction | null;
  /** Counts when the alias enters the thread; the widest where absent. */
  readonly label?: LabelChoice;
}
/** A ballot on a poll or on a claim, under a pseudonym that nothing else bears. protocol.md 2. */
export interface ComposeBallot extends InThread {
  readonly kind: 'ballot';
  readonly choice: BallotChoice;
  /** Slot of the post: its month is the one whose credentials vote. */
  readonly slot: string;
  /** The company whose people vote, which the ballot then shows; null where everybody does, and it shows nothing. */
  readonly company: string | null;
}
/** A report on a post, under a pseudonym that nothing else bears. protocol.md 2. */
export interface ComposeReport extends InThread {
  readonly kind: 'report';
  readonly rule: HouseRule;
  readonly text?: string;
}
/** The author's appeal against a decision about a post of their own. protocol.md 5. */
export interface ComposeAppeal extends InThread {
  readonly kind: 'appeal';
  /** Id of the decision. */
  readonly decision: string;
  readonly text: string;
}
export type ComposeVote = ComposeReact | ComposeBallot;
/** What a person wants said; plain, so that it can be stored and shown. */
export type Compose =
  | ComposeThread
  | ComposeReply
  | ComposeEdit
  | ComposeDelete
  | ComposeVote
  | ComposeReport
  | ComposeAppeal;

/** Whether it says something without words. Of these a later one takes the place of one that has not left yet. */
export const isVote = (compose: Compose): compose is ComposeVote =>
  compose.kind === 'react' || compose.kind === 'ballot';

export type OutboxState =
  | { readonly name: 'waiting'; readonly until: number }
  | { readonly name: 'proving' }
  | { readonly name: 'sending' }
  /** Tries again by itself at `retryAt`. */
  | { readonly name: 'failed'; readonly code: string; readonly retryAt: number }
  /** For a person to decide; the text is kept. `offer`: the next wider label, after `label-below-floor`. */
  | {
      readonly name: 'refused';
      readonly code: string;
      readonly issues: readonly Issue[];
      readonly offer: { readonly kind: LabelKind; readonly n: number } | null;
    }
  | {
      readonly name: 'sent';
      readonly id: string;
      readonly thread: string;
      readonly seq: number;
      readonly slot: string;
    };

export interface OutboxItem {
  readonly id: string;
  readonly compose: Compose;
  readonly state: OutboxState;
  /** The label it enters its thread with; null before that is known, and where the alias is there already. */
  readonly label: Label | null;
  readonly tries: number;
  /** Milliseconds since 1970, by the client's clock. */
  readonly created: number;
}

/** The act as it is sent. */
export interface Built {
  readonly envelope: Envelope;
  /** Id of its thread, also for the act that opens it. */
  readonly thread: string;
  /** Whether these tokens may have been seen by the server. */
  readonly onWire: boolean;
  /** Whether the entry has to be made anew before it is sent: another label, credential or none was there. */
  readonly reenter: boolean;
  /** Of a post: id of the token key that its refund was blinded for. */
  readonly refundKey?: string;
}
/** An item as it is stored. */
export interface StoredItem extends OutboxItem {
  readonly built: Built | null;
  readonly insisted: boolean;
  /** It does not leave before (milliseconds). */
  readonly notBefore: number;
  /** Its own random distance to an act in another context, in milliseconds. */
  readonly gap: number;
  /** Refusals that were answered by building anew. */
  readonly recovered: readonly string[];
}

/** Whether it has come to an end that only a person changes. */
export const isSettled = ({ state }: OutboxItem): boolean =>
  state.name === 'sent' || state.name === 'refused';

/**
 * The context in which it is said: its thread, also for an act that opens one. A ballot or a report has one of its own, so it
 * never leaves beside what the same person says in the thread (docs/decisions/0009).
 */
export function contextOf({ compose, built, id }: StoredItem): string {
  if (compose.kind === 'ballot') return `ballot/${compose.target}/${ballotKindOf(compose.choice)}`;
  if (compose.kind === 'report') return `report/${compose.target}`;
  return built?.thread ?? (compose.kind === 'thread' ? `new/${id}` : compose.thread);
}
