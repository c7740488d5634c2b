import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { MemberCard, Post } from '@teahouse/contract/members';
import { useState } from 'react';
import { ReplyIcon, ShareIcon } from '../../ui/icons.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { membersApi } from '../api.ts';
import { Away } from './away.tsx';
import { Comments } from './comments.tsx';
import { Composer } from './composer.tsx';
import { EditForm } from './edit-form.tsx';
import { LinkCard } from './link-card.tsx';
import { Pictures } from './pictures.tsx';
import { PostHead } from './post-head.tsx';
import { PostMenu } from './post-menu.tsx';
import { PostText } from './post-text.tsx';
import { useFeedCache } from './queries.ts';
import { ReactedSheet } from './reacted-sheet.tsx';
import { ReactionBar } from './reaction-bar.tsx';
import { SharedPost } from './shared-post.tsx';
import { WhyLine } from './why-line.tsx';

interface Props {
  readonly post: Post;
  readonly people: ReadonlyMap<string, MemberCard>;
  /** The reader; nobody where a visitor reads. */
  readonly me: string | undefined;
  /** Alone on its page: all words, and its comments below. */
  readonly whole?: boolean;
  readonly onGone?: () => void;
}

/** A post with all that can be done about it. */
export function PostCard({ post, people, me, whole = false, onGone = () => {} }: Props) {
  const cache = useFeedCache();
  const [editing, setEditing] = useState(false);
  const [away, setAway] = useState<'hidden' | 'muted'>();
  const author = people.get(post.author);
  if (!author) return null;
  const isOwn = author.id === me;
  if (away) return <Away what={away} post={post} author={author} onBack={() => setAway(undefined)} />;
  return (
    <article data-post={post.id} className="border-t border-line py-5">
      <WhyLine post={post} people={people} />
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <PostHead author={author} post={post} />
        </div>
        {me ? (
          <PostMenu {...{ post, author, isOwn, onGone }} onEdit={() => setEditing(true)} onAway={setAway} />
        ) : null}
      </div>
      <div className="mt-3 space-y-3">
        {editing ? (
          <EditForm
            text={post.text}
            onClose={() => setEditing(false)}
            onSave={async (text) => {
              const saved = await membersApi.editPost({ params: { post: post.id }, body: { text } });
              cache.change(post.id, (one) => ({ ...saved.post, why: one.why }));
            }}
          />
        ) : (
          <PostText text={post.text} whole={whole} />
        )}
        <Pictures pictures={post.pictures} />
        {post.link ? <LinkCard link={post.link} /> : null}
        {post.shared ? <SharedPost shared={post.shared} people={people} /> : null}
      </div>
      <Below post={post} people={people} me={me} whole={whole} />
    </article>
  );
}

function Below({ post, people, me, whole = false }: Omit<Props, 'onGone'>) {
  const { t } = useLingui();
  const cache = useFeedCache();
  const [open, setOpen] = useState<'reacted' | 'share'>();
  const [talking, setTalking] = useState(whole);
  const { id, comments, shares, reactions } = post;
  const reacted = Object.values(reactions).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <div className="mt-2 flex flex-wrap items-center gap-x-2">
        <ReactionBar post={post} isMember={me !== undefined} />
        <span className="ml-auto flex items-center gap-x-3">
          <button
            type="button"
            className="act brief"
            aria-expanded={talking}
            aria-label={t`Comment: ${comments}`}
            onClick={() => setTalking(!talking)}
          >
            <ReplyIcon />
            <span>
              <Trans>Comment</Trans>
            </span>
          </button>
          {me && post.audience === 'everyone' ? (
            <button
              type="button"
              className="act brief"
              aria-label={t`Repost`}
              onClick={() => setOpen('share')}
            >
              <ShareIcon />
              <span>
                <Trans>Repost</Trans>
              </span>
            </button>
          ) : null}
        </span>
      </div>
      {reacted + comments + shares > 0 ? (
        <p className="flex flex-wrap gap-x-4 text-[0.86rem] text-ink-2">
          {reacted > 0 && me ? (
            <button type="button" className="act" onClick={() => setOpen('reacted')}>
              <Plural value={reacted} one="# reaction" other="# reactions" />
            </button>
          ) : null}
          {comments > 0 && !whole ? (
            <Link to="/p/$post" params={{ post: id }} className="act">
              <Plural value={comments} one="# comment" other="# comments" />
            </Link>
          ) : null}
          {shares > 0 ? (
            <span className="inline-flex min-h-11 items-center">
              <Plural value={shares} one="reposted once" other="reposted # times" />
            </span>
          ) : null}
        </p>
      ) : null}
      {talking ? <Comments post={post} me={me} /> : null}
      {open === 'reacted' ? <ReactedSheet post={id} onClose={() => setOpen(undefined)} /> : null}
      {open === 'share' ? (
        <Sheet title={t`Repost`} onClose={() => setOpen(undefined)}>
          <Composer
            shares={id}
            onPosted={() => {
              setOpen(undefined);
              cache.change(id, (one) => ({ ...one, shares: one.shares + 1 }));
            }}
          />
          <div className="mt-5">
            <SharedPost shared={post.shared ?? post} people={people} />
          </div>
        </Sheet>
      ) : null}
    </>
  );
}
