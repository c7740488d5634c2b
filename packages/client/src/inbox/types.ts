interface PostItem {
  /** Of the post that it is about: its act id. */
  readonly id: string;
  readonly room: string;
  readonly thread: string;
  /** Of the alias that wrote the post. */
  readonly pseudonym: string;
  /** UTC day of the file in which it was found: the files tell nothing finer. */
  readonly day: string;
  readonly read: boolean;
}
/** Somebody answered a post of one's own. */
export interface ReplyItem extends PostItem {
  readonly kind: 'reply';
  readonly answers: string;
}
/** Somebody named one's own alias. */
export interface MentionItem extends PostItem {
  readonly kind: 'mention';
}
/** Somebody spoke in a thread that one opened oneself. */
export interface ThreadItem extends PostItem {
  readonly kind: 'thread';
}
/** What the inbox holds, by `kind`. Every kind has `id`, `room`, `thread`, `day` and `read`; what else, it says itself. */
export type InboxItem = ReplyItem | MentionItem | ThreadItem;

/** A row of the public file of a day. */
export interface BulkPost {
  readonly room: string;
  readonly thread: string;
  readonly id: string;
  readonly parent: string | null;
  readonly pseudonym: string;
  readonly mentions: readonly string[];
}
/** With the day of its file. */
export interface DatedPost extends BulkPost {
  readonly day: string;
}
/** A post of one's own, by which answers to it are known. */
export interface OwnPost {
  readonly id: string;
  readonly thread: string;
  /** Whether it opened its thread. */
  readonly opens: boolean;
}

/** The inbox as it is stored; every list is bounded, the oldest goes first. */
export interface InboxState {
  /** When the files were read last (milliseconds since 1970). */
  readonly lookedAt: number | null;
  /** By room, '' for all public ones: the last day that was read after it had ended. */
  readonly done: Readonly<Record<string, string>>;
  readonly own: readonly OwnPost[];
  /** Oldest first. */
  readonly items: readonly InboxItem[];
  /** Posts that were on the screen before a file told of them. */
  readonly seen: readonly string[];
  readonly muted: readonly { readonly room: string; readonly thread: string }[];
}
export const noInbox: InboxState = { lookedAt: null, done: {}, own: [], items: [], seen: [], muted: [] };
