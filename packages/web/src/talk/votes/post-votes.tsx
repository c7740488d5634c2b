import type { Post } from '@teahouse/contract/talk';
import { PollOf } from './poll.tsx';

export { Reactions } from './reactions.tsx';
export { VerdictOf } from './verdict.tsx';

/** The poll of a post, where it has one. */
export function PostPoll({ post }: { post: Post }) {
  const poll = post.body?.poll;
  const counts = post.tally.poll;
  return poll && counts ? <PollOf post={post} poll={poll} counts={counts} /> : null;
}
