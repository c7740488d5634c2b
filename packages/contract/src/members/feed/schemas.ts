import { z } from 'zod';
import { MemberCard, MemberId } from '../people.ts';
import { Picture, PictureHash } from '../pictures/schemas.ts';
import { feedLimits as l } from './limits.ts';

/** Controls but line feeds, and what turns the direction of what follows (UAX #9). What joins emoji stays. */
const refused = /[\p{Cc}\p{Cs}\p{Co}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const noTower = /^(?!.*\p{M}{5})/su;

/** Plain text with line breaks. */
const Words = (max: number, min: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .refine((text) => !refused.test(text.replaceAll('\n', '')), 'plain text')
        .regex(noTower, 'at most four marks on a letter'),
    );

const PostId = z.uuid();
const CommentId = z.uuid();
const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** Where a list goes on: taken from the page before, and of no other meaning. */
export const Cursor = z.string().max(120);

/** Who may see a post. */
export const PostAudience = z.enum(['everyone', 'connections']);
export type PostAudience = z.infer<typeof PostAudience>;
export const PostReaction = z.enum(['like', 'celebrate', 'insightful', 'support']);
export type PostReaction = z.infer<typeof PostReaction>;
/** Ranked, or by the day alone. */
export const FeedOrder = z.enum(['ranked', 'newest']);
export type FeedOrder = z.infer<typeof FeedOrder>;

/** What a page says of itself, cleaned; its picture is ours. */
export const LinkPreview = z.object({
  url: z.string(),
  host: z.string(),
  title: z.string(),
  words: z.string(),
  picture: Picture.nullable(),
});
export type LinkPreview = z.infer<typeof LinkPreview>;

/** Why a post is in the reader's feed; `by` is who reacted, where it came by that alone or it adds to the reason. */
export const Why = z.object({
  kind: z.enum(['own', 'connection', 'follow', 'reaction']),
  by: MemberId.nullable(),
});
export type Why = z.infer<typeof Why>;

const Said = z.object({
  id: PostId,
  /** Their card is among the answer's people. */
  author: MemberId,
  day: Day,
  audience: PostAudience,
  text: z.string(),
  edited: z.boolean(),
  pictures: z.array(Picture),
  link: LinkPreview.nullable(),
});
export const Post = Said.extend({
  /** The post that this one passes on; `gone` where it was deleted or is not for the reader. */
  shared: Said.or(z.literal('gone')).nullable(),
  reactions: z.record(PostReaction, z.int().nonnegative()),
  comments: z.int().nonnegative(),
  shares: z.int().nonnegative(),
  /** The reader's own reaction. */
  mine: PostReaction.nullable(),
  why: Why.nullable(),
});
export type Post = z.infer<typeof Post>;
export type SharedPost = z.infer<typeof Said>;

export const PostPage = z.object({
  posts: z.array(Post),
  people: z.array(MemberCard),
  next: Cursor.nullable(),
});
export type PostPage = z.infer<typeof PostPage>;
export const OnePost = z.object({ post: Post, people: z.array(MemberCard) });
export type OnePost = z.infer<typeof OnePost>;

export const AddPost = z.strictObject({
  text: Words(l.postCharacters, 0).default(''),
  audience: PostAudience.default('everyone'),
  /** Sent before, by `addPicture`. */
  pictures: z.array(PictureHash).max(l.postPictures).default([]),
  link: z.string().max(l.linkCharacters).optional(),
  shares: PostId.optional(),
});
export const EditPost = z.strictObject({ text: Words(l.postCharacters, 0) });
export const PreviewLink = z.strictObject({ url: z.string().max(l.linkCharacters) });

export const Comment = z.object({
  id: CommentId,
  author: MemberId,
  day: Day,
  text: z.string(),
  edited: z.boolean(),
  /** The comment that this one answers; its own are not answered further. */
  under: CommentId.nullable(),
  /** May the reader delete it? */
  deletable: z.boolean(),
});
export type Comment = z.infer<typeof Comment>;
export const CommentPage = z.object({
  /** Each followed by its answers. */
  comments: z.array(Comment),
  people: z.array(MemberCard),
  next: Cursor.nullable(),
});
export type CommentPage = z.infer<typeof CommentPage>;
export const AddComment = z.strictObject({
  text: Words(l.commentCharacters, 1),
  /** The comment that is answered; an answer's answer stands beside it. */
  under: CommentId.optional(),
});
export const EditComment = z.strictObject({ text: Words(l.commentCharacters, 1) });

export const Reactions = z.object({
  reactions: z.array(z.object({ member: MemberCard, kind: PostReaction })),
  next: Cursor.nullable(),
});
export const Mutes = z.object({ members: z.array(MemberCard), next: Cursor.nullable() });
