import { Trans } from '@lingui/react/macro';
import type { Post } from '@teahouse/contract/talk';
import { lazy, Suspense, useMemo } from 'react';
import { SlotTime } from '../../ui/time.tsx';
import { painted } from '../text/painted.ts';
import { plainOf } from '../text/words-of.ts';
import { Face, useAliasName } from './face.tsx';
import { langTag } from './lang.ts';
import { PostActs } from './post-acts.tsx';
import { Said } from './said.tsx';
import { useThread } from './thread-context.ts';
import type { Branch } from './tree.ts';
import { votes } from './votes-part.ts';

const PostPoll = lazy(async () => ({ default: (await votes())[0].PostPoll }));

/** First words of a post, for a line that points at it. */
const firstWords = (post: Post, length = 60): string => {
  // What is blurred is blurred here too.
  if (post.order.blurred) return '…';
  const letters = [...painted(plainOf(post.body?.text ?? '')).replace(/\s+/g, ' ')];
  return letters.length > length ? `${letters.slice(0, length).join('')}…` : letters.join('');
};

/** What a post answers, in one line that leads there. */
export function QuoteLine({ post }: { post: Post }) {
  const { presented } = useThread();
  const aliasName = useAliasName();
  const to = presented.get(post.pseudonym);
  const words = useMemo(() => firstWords(post), [post]);
  return (
    <a
      href={`#p-${post.id}`}
      className="my-1 flex min-h-9 items-center gap-2 border-l-2 border-celadon pl-3 text-[0.88rem] text-ink-2 hover:text-ink"
    >
      <span className="shrink-0 font-semibold">{to ? aliasName(to) : ''}</span>
      <span lang={langTag(post.body?.lang, post.body?.text ?? '')} className="truncate">
        {words}
      </span>
    </a>
  );
}

/** The post that opened the thread, set larger. */
export function FirstPost({ post }: { post: Post }) {
  return (
    <div id={`p-${post.id}`}>
      <div className="mt-5">
        <Said post={post} className="text-[1.07rem] leading-[1.8]" />
      </div>
      {post.body?.poll ? (
        <Suspense fallback={<div className="shimmer mt-5 h-40 rounded bg-paper-2" />}>
          <PostPoll post={post} />
        </Suspense>
      ) : null}
      <div className="mt-2">
        <PostActs post={post} />
      </div>
    </div>
  );
}

/** A reply with everything that hangs on it. */
export function Reply({ branch }: { branch: Branch }) {
  const { view, aliases, presented, isMine, arrived } = useThread();
  const { post, inReplyTo, replies, depth } = branch;
  const alias = aliases.get(post.pseudonym);
  const face = presented.get(post.pseudonym);
  if (!alias || !face) return null;
  return (
    <li
      id={`p-${post.id}`}
      data-seq={post.seq}
      className={
        depth === 1 ? 'border-t border-line pt-5 pb-2' : 'mt-3 border-l-2 border-line pt-1 pl-3.5 sm:pl-5'
      }
    >
      <article className={arrived.has(post.id) ? 'arrive -mx-2 rounded-lg px-2' : ''}>
        <Face
          alias={alias}
          presented={face}
          size={depth === 1 ? 40 : 34}
          opener={post.pseudonym === view.thread.opener.pseudonym}
          mine={isMine(alias)}
          meta={<SlotTime slot={post.slot} />}
        />
        {inReplyTo ? <QuoteLine post={inReplyTo} /> : null}
        {branch.inReplyToAway ? (
          <a
            href={`#p-${branch.inReplyToAway}`}
            className="my-1 flex min-h-9 items-center border-l-2 border-celadon pl-3 text-[0.88rem] text-ink-2 hover:text-ink"
          >
            <Trans>Answers a reply further away</Trans>
          </a>
        ) : null}
        <div className={depth === 1 ? 'mt-2 sm:pl-[3.25rem]' : 'mt-1.5'}>
          <Said post={post} />
          <PostActs post={post} />
        </div>
      </article>
      {replies.length > 0 ? (
        <ol className={depth === 1 ? 'sm:ml-[3.25rem]' : ''}>
          {replies.map((reply) => (
            <Reply key={reply.post.id} branch={reply} />
          ))}
        </ol>
      ) : null}
    </li>
  );
}
