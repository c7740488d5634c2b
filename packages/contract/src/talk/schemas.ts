import { z } from 'zod';
import { Bytes } from '../common.ts';
import { Epoch, LogInfo, Name, Slug, Standing } from '../issuer.ts';
import { Day, Hash, Slot, Week } from './basics.ts';
import { talkLimits } from './limits.ts';
import { OrderOfPost, OrderOfThread } from './order.ts';

export * from '../issuer.ts';
export * from './basics.ts';
export * from './order.ts';

/** protocol.md 2: what a presentation discloses about its holder. */
export const Label = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('company'), epoch: Epoch, company: Slug, standing: Standing }),
  z.strictObject({ kind: z.literal('industry'), epoch: Epoch, industry: Slug, standing: Standing }),
  z.strictObject({ kind: z.literal('professional'), epoch: Epoch, standing: Standing }),
  z.strictObject({ kind: z.literal('alias'), epoch: Epoch }),
]);
export type Label = z.infer<typeof Label>;

/** protocol.md 2, "Entering": a proof about a credential, bound to one context. */
export const Presentation = z.strictObject({
  label: Label,
  proof: Bytes().max(1400),
  pseudonym: Bytes(48),
  publicKey: Bytes(32),
});
export type Presentation = z.infer<typeof Presentation>;

/** An act as it travels: canonical bytes, and beside them what proves it. protocol.md 4. */
export const Envelope = z.strictObject({
  header: Bytes().max(Math.ceil((talkLimits.headerBytes * 8) / 6)),
  /** At most `bodyBytes`; a longer one is refused as `act-too-long`, not by its form. */
  body: Bytes(),
  salt: Bytes(32),
  signature: Bytes(64),
  pseudonym: Bytes(48),
  /** Only when the alias enters the thread with this act. */
  entry: Presentation.optional(),
  /** RFC 9578 type 2 tokens, 354 bytes each, in the order of the header's nonces. */
  tokens: z.array(Bytes(354)).max(3),
  /** Blinded messages to be signed as the refund, 256 bytes each, as many as tokens. */
  refunds: z.array(Bytes(256)).max(3),
  /** Files of the body's pictures, in its order; a larger one is refused as `picture-too-large`, not by its form. */
  pictures: z.array(Bytes()).max(talkLimits.picturesPerPost).optional(),
});
export type Envelope = z.infer<typeof Envelope>;

/** `id` is that of the act; `seq` and `slot` are those of the post which it is or changes. */
export const Accepted = z.object({ id: Hash, thread: Hash, seq: z.int(), slot: Slot });

export const TokenKey = z.object({
  /** SHA-256 of the SPKI, RFC 9578 6.5. */
  id: Hash,
  /** UTC month in which it signs. */
  month: Epoch,
  /** SubjectPublicKeyInfo with the RSASSA-PSS OID, DER. */
  publicKey: Bytes(),
  /** Index of its entry in talk's log. */
  logged: z.int().nonnegative(),
});
export type TokenKey = z.infer<typeof TokenKey>;

export const Info = z.object({
  instance: z.string(),
  floor: z.int(),
  week: Week,
  log: LogInfo,
  /** Newest first: of several that count, tokens are drawn under the first that signs this month. */
  tokenKeys: z.array(TokenKey),
  limits: z.object({ tokensPerWeek: z.int() }),
});
export type Info = z.infer<typeof Info>;

export const RoomKind = z.enum(['square', 'industry', 'company', 'topic']);
export const Room = z.object({
  id: Slug,
  kind: RoomKind,
  name: Name,
  company: Slug.nullable(),
  industry: Slug.nullable(),
  /** `colleagues`: read with the key of the day by whoever shows a credential of the company, see `roomKeyHeader`. */
  access: z.enum(['public', 'colleagues']),
  /** 0 of a room that is not public: nothing of it is told. */
  threads: z.int(),
  lastSlot: Slot.nullable(),
});
export type Room = z.infer<typeof Room>;

/** protocol.md 2: the row that a pseudonym has in a thread. Name and mask are drawn from the pseudonym. */
export const Alias = z.object({ pseudonym: Bytes(48), label: Label, publicKey: Bytes(32) });
export type Alias = z.infer<typeof Alias>;

export const Lang = z.enum(['zh', 'en']);
export const ThreadSummary = z.object({
  id: Hash,
  room: Slug,
  title: z.string(),
  excerpt: z.string(),
  lang: Lang.nullable(),
  opener: Alias,
  replies: z.int(),
  /** How many aliases have spoken or reacted in it. */
  voices: z.int(),
  pictures: z.int(),
  poll: z.boolean(),
  /** The reply that most agree with, from `highlightFloor` on. */
  highlight: z.object({ post: Hash, pseudonym: Bytes(48), words: z.string(), agree: z.int() }).nullable(),
  slot: Slot,
  lastSlot: Slot,
  deleted: z.boolean(),
  order: OrderOfThread,
});
export type ThreadSummary = z.infer<typeof ThreadSummary>;
export const ThreadPageOfRoom = z.object({ threads: z.array(ThreadSummary), next: z.string().nullable() });

/** How a post can be answered without words; the order of the screen. `reactionKinds` of the protocol. */
export const Reaction = z.enum(['agree', 'hug', 'laugh', 'wow', 'angry']);
export type Reaction = z.infer<typeof Reaction>;
export const Verdict = z.enum(['confirm', 'dispute', 'unknown']);
export type Verdict = z.infer<typeof Verdict>;

export const Picture = z.object({ hash: Hash, width: z.int(), height: z.int(), alt: z.string().optional() });
export type Picture = z.infer<typeof Picture>;
export const Poll = z.object({
  options: z.array(z.string()),
  multiple: z.boolean(),
  voters: z.enum(['everyone', 'colleagues']),
});
export type Poll = z.infer<typeof Poll>;

/** What others say of a post without words: one person, one vote. protocol.md 2. */
export const Tally = z.object({
  /** Aliases by reaction; a kind without any is left out. */
  reactions: z.partialRecord(Reaction, z.int()),
  /** Votes for each option, and ballots: with several choices there are fewer of these. Null without a poll. */
  poll: z.object({ votes: z.array(z.int()), ballots: z.int() }).nullable(),
  /** Null below `verdictFloor`. */
  verdict: z.object({ confirm: z.int(), dispute: z.int(), unknown: z.int() }).nullable(),
});
export type Tally = z.infer<typeof Tally>;

export const Post = z.object({
  id: Hash,
  /** Null for the thread's first post. */
  parent: Hash.nullable(),
  /** Place in the thread, from 0. */
  seq: z.int(),
  pseudonym: Bytes(48),
  /** Null after deletion, when body and salt are gone and everything else still verifies; and where it is not shown. */
  body: z
    .object({
      title: z.string().optional(),
      text: z.string(),
      lang: Lang.optional(),
      /** Pseudonyms of those who are named. */
      mentions: z.array(Bytes(48)).optional(),
      pictures: z.array(Picture).optional(),
      poll: Poll.optional(),
    })
    .nullable(),
  tally: Tally,
  slot: Slot,
  /** How many times it was edited. */
  edits: z.int(),
  deleted: z.boolean(),
  order: OrderOfPost,
  /** Hash of the author's last act on this post: the next edit's `prev`. */
  lastAct: Hash,
});
export type Post = z.infer<typeof Post>;
export const ThreadView = z.object({
  thread: ThreadSummary,
  posts: z.array(Post),
  aliases: z.array(Alias),
  /** `after` for the next page. */
  next: z.int().nullable(),
  /** `before` for the page above. */
  previous: z.int().nullable(),
});
export type ThreadView = z.infer<typeof ThreadView>;

/** What a shared link shows of a thread or of one post: the words of the share card. The quote is not marked up. */
export const Card = z.object({
  /** Of the words around the quote. */
  lang: Lang,
  /** The thread's title; null where it was taken back and a reply is shown. */
  title: z.string().nullable(),
  /** First words of what was said. */
  text: z.string(),
  /** Whether a reply is shown, and not what opened the thread. */
  reply: z.boolean(),
  /** Null where the words were taken back; title and text are then the house's own. */
  speaker: z
    .object({
      name: z.string(),
      pseudonym: Bytes(48),
      label: z.string(),
      /** Whether a credential stands behind the label. */
      verified: z.boolean(),
      /** Among how many who could have written it, where the count is known. */
      n: z.int().nullable(),
    })
    .nullable(),
});
export type Card = z.infer<typeof Card>;

/** One signed act on a post, as anyone can check it. */
export const SignedAct = z.object({
  id: Hash,
  header: Bytes(),
  body: Bytes().nullable(),
  salt: Bytes(32).nullable(),
  signature: Bytes(64),
});
export const History = z.object({ alias: Alias, presentation: Presentation, acts: z.array(SignedAct) });
export type History = z.infer<typeof History>;

/** What a live stream of a thread or a room says, one JSON object an event. */
export const LiveEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), thread: ThreadSummary, post: Post, alias: Alias }),
  z.object({ kind: z.literal('edit'), thread: ThreadSummary, post: Post, alias: Alias }),
  z.object({ kind: z.literal('delete'), thread: ThreadSummary, post: Post, alias: Alias }),
  z.object({ kind: z.literal('tally'), thread: ThreadSummary, post: Post, alias: Alias }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

export const ThreadSort = z.enum(['hot', 'new', 'active', 'day', 'week']);
export type ThreadSort = z.infer<typeof ThreadSort>;

/** Words of a post as a search found them: parts, of which those that match are marked. */
export const Found = z.object({
  room: Slug,
  thread: Hash,
  post: Hash,
  seq: z.int(),
  title: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  words: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  lang: Lang.nullable(),
  alias: Alias,
  slot: Slot,
});
export type Found = z.infer<typeof Found>;
export const SearchPage = z.object({
  found: z.array(Found),
  next: z.string().nullable(),
  /** Whether only the newest matches were looked at. */
  capped: z.boolean(),
});

/** Who of a thread reacted to a post; `lastAct` is the `prev` of that alias's next reaction. */
export const Reactions = z.object({
  reactions: z.array(z.object({ pseudonym: Bytes(48), reaction: Reaction.nullable(), lastAct: Hash })),
  next: z.string().nullable(),
});
/**
 * All ballots on a post, each with what proves that its person could vote: anyone can count anew. `body` and `salt` are
 * null while there are too few to be shown, and when the post is gone.
 */
export const Ballots = z.object({
  ballots: z.array(
    z.object({
      presentation: Presentation,
      header: Bytes(),
      body: Bytes().nullable(),
      salt: Bytes(32).nullable(),
      signature: Bytes(64),
    }),
  ),
  next: z.string().nullable(),
});

/** protocol.md 2: who shows the company of a colleagues-only room gets its key of the day, the same for everybody. */
export const RoomKeyRequest = z.strictObject({ day: Day, entry: Presentation });
export const RoomKey = z.object({ key: Bytes(32) });

export const DrawRequest = z.strictObject({
  /** The present week or the one before (`openWeeks`). */
  week: Week,
  keyId: Hash,
  entry: Presentation,
  blinded: z.array(Bytes(256)).length(talkLimits.tokensPerWeek),
});
export const DrawReply = z.object({ signatures: z.array(Bytes(256)) });
