import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Post } from '@teahouse/contract/talk';
import { lazy, Suspense, useMemo, useState } from 'react';
import { loadCatalog } from '../../shell/locale.ts';
import { ProofIcon, ReplyIcon } from '../../ui/icons.tsx';
import { SlotTime } from '../../ui/time.tsx';
import { painted } from '../text/painted.ts';
import { plainOf } from '../text/words-of.ts';
import { Face, useAliasName } from './face.tsx';
import { langTag } from './lang.ts';
import { PostText } from './post-text.tsx';
import { QuoteAct } from './quote-act.tsx';
import { ShareAct } from './share-act.tsx';
import { useThread } from './thread-context.ts';
import type { Branch } from './tree.ts';

const History = lazy(async () => ({ default: (await import('./history.tsx')).History }));
const OwnActs = lazy(async () => {
  const [{ OwnActs }] = await Promise.all([import('../write/own-acts.tsx'), loadCatalog('write')]);
  return { default: OwnActs };
});
const votes = () => Promise.all([import('../votes/post-votes.tsx'), loadCatalog('votes')]);
const Reactions = lazy(async () => ({ default: (await votes())[0].Reactions }));
const PostPoll = lazy(async () => ({ default: (await votes())[0].PostPoll }));
const VerdictOf = lazy(async () => ({ default: (await votes())[0].VerdictOf }));
const ProofSheet = lazy(async () => {
  const [{ ProofSheet }] = await Promise.all([import('../../proof/proof-sheet.tsx'), loadCatalog('proof')]);
  return { default: ProofSheet };
});

/** First words of a post, for a line that points at it. */
const firstWords = (post: Post, length = 60): string => {
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

function Tombstone() {
  return (
    <p className="border-l-2 border-line py-1 pl-3 text-[0.95rem] text-ink-2">
      <Trans>
        The author took these words back. The words are destroyed; that they were signed can still be checked.
      </Trans>
    </p>
  );
}

function Acts({ post }: { post: Post }) {
  const { t } = useLingui();
  const { view, aliases, isMine, presented, setWriting } = useThread();
  const aliasName = useAliasName();
  const [history, setHistory] = useState(false);
  const [proof, setProof] = useState(false);
  const alias = aliases.get(post.pseudonym);
  const face = presented.get(post.pseudonym);
  const who = face ? aliasName(face) : '';
  // What was taken back can't be answered, shown or proven any more.
  if (post.deleted) return null;
  return (
    <>
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 sm:gap-x-5">
        <Suspense>
          <Reactions post={post} />
        </Suspense>
        <button
          type="button"
          className="act"
          aria-label={t`Reply to ${who}`}
          onClick={() => setWriting({ kind: 'reply', post })}
        >
          <ReplyIcon />
          <Trans>Reply</Trans>
        </button>
        {post.body ? <QuoteAct post={post} who={who} /> : null}
        {post.edits > 0 ? (
          <button type="button" className="act" aria-expanded={history} onClick={() => setHistory(!history)}>
            <Plural value={post.edits} one="edited" other="edited # times" />
          </button>
        ) : null}
        <button
          type="button"
          className="act brief"
          aria-label={t`Proof of what ${who} said`}
          aria-haspopup="dialog"
          onClick={() => setProof(true)}
        >
          <ProofIcon />
          <span>
            <Trans>Proof</Trans>
          </span>
        </button>
        <ShareAct post={post} who={who} />
        {alias && isMine(alias) ? (
          <Suspense>
            <OwnActs post={post} />
          </Suspense>
        ) : null}
      </div>
      {proof ? (
        <Suspense>
          <ProofSheet address={{ room: view.thread.room, post: post.id }} onClose={() => setProof(false)} />
        </Suspense>
      ) : null}
      <Suspense>
        <VerdictOf post={post} />
      </Suspense>
      {history ? (
        <Suspense fallback={<p className="shimmer text-ink-2">…</p>}>
          <History key={post.lastAct} post={post} />
        </Suspense>
      ) : null}
    </>
  );
}

/** The post that opened the thread, set larger. */
export function FirstPost({ post }: { post: Post }) {
  return (
    <div id={`p-${post.id}`}>
      {post.body ? (
        <PostText body={post.body} seq={post.seq} className="mt-5 text-[1.07rem] leading-[1.8]" />
      ) : (
        <div className="mt-5">
          <Tombstone />
        </div>
      )}
      {post.body?.poll ? (
        <Suspense fallback={<div className="shimmer mt-5 h-40 rounded bg-paper-2" />}>
          <PostPoll post={post} />
        </Suspense>
      ) : null}
      <div className="mt-2">
        <Acts post={post} />
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
          {post.body ? <PostText body={post.body} seq={post.seq} /> : <Tombstone />}
          <Acts post={post} />
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
