import { Trans } from '@lingui/react/macro';
import type { MemberCard, Post } from '@teahouse/contract/members';
import { LinkCard } from './link-card.tsx';
import { Pictures } from './pictures.tsx';
import { PostHead } from './post-head.tsx';
import { PostText } from './post-text.tsx';

/** The post that is passed on, at the margin of what is said of it. */
export function SharedPost({
  shared,
  people,
}: {
  shared: NonNullable<Post['shared']>;
  people: ReadonlyMap<string, MemberCard>;
}) {
  const author = shared === 'gone' ? undefined : people.get(shared.author);
  if (shared === 'gone' || !author) {
    return (
      <p className="notice warm text-[0.95rem] text-ink-2">
        <Trans>The post that was shared is not here any more, or not for you.</Trans>
      </p>
    );
  }
  return (
    <div className="notice warm space-y-3">
      <PostHead author={author} post={shared} small />
      <PostText text={shared.text} />
      <Pictures pictures={shared.pictures} />
      {shared.link ? <LinkCard link={shared.link} /> : null}
    </div>
  );
}
