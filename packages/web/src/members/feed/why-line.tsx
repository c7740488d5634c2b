import { Trans } from '@lingui/react/macro';
import type { MemberCard, Post } from '@teahouse/contract/members';

/** Why a post is here: the very reason by which it was chosen (decision 20). */
export function WhyLine({ post, people }: { post: Post; people: ReadonlyMap<string, MemberCard> }) {
  const { why } = post;
  const author = people.get(post.author)?.name;
  const by = why?.by ? people.get(why.by)?.name : undefined;
  if (!why || why.kind === 'own') return null;
  return (
    <p className="pb-2 text-[0.84rem] text-ink-2" data-why={why.kind}>
      {by && why.kind === 'reaction' ? (
        <Trans>Because {by}, a connection of yours, reacted to it</Trans>
      ) : by && why.kind === 'follow' ? (
        <Trans>
          Because you follow {author}, and {by} reacted to it
        </Trans>
      ) : by ? (
        <Trans>
          Because you are connected with {author}, and {by} reacted to it
        </Trans>
      ) : why.kind === 'follow' ? (
        <Trans>Because you follow {author}</Trans>
      ) : (
        <Trans>Because you are connected with {author}</Trans>
      )}
    </p>
  );
}
