import { isUnblocked } from '../people/cards.ts';

/*
 * What a reader may see of posts, in one place. Arguments are SQL expressions: of an account's id (null is a visitor), and
 * the alias of a row of `posts`.
 */

export const isConnected = (reader: string, other: string): string =>
  `EXISTS (SELECT FROM connections WHERE account_id = ${reader} AND other_id = ${other})`;

export const isFollowing = (reader: string, other: string): string =>
  `EXISTS (SELECT FROM follows WHERE follower_id = ${reader} AND followed_id = ${other})`;

/** One's own, and what is for everyone or for whom one is connected to, unless either blocked the other or it is hidden. */
export const canSee = (reader: string, post: string): string =>
  `(${post}.author_id = ${reader}
    OR (NOT ${post}.hidden AND (${post}.audience = 'everyone' OR ${isConnected(reader, `${post}.author_id`)})
      AND ${isUnblocked(reader, `${post}.author_id`)}))`;
