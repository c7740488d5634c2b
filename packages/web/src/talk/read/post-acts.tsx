import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Post } from '@teahouse/contract/talk';
import { lazy, Suspense, useState } from 'react';
import { hasHolder } from '../../holder/marker.ts';
import { loadCatalog } from '../../shell/locale.ts';
import { ProofIcon, ReplyIcon } from '../../ui/icons.tsx';
import { useAliasName } from './face.tsx';
import { MoreActs } from './more-acts.tsx';
import { QuoteAct } from './quote-act.tsx';
import { useThread } from './thread-context.ts';
import { votes } from './votes-part.ts';

const History = lazy(async () => ({ default: (await import('./history.tsx')).History }));
const Reactions = lazy(async () => ({ default: (await votes())[0].Reactions }));
const VerdictOf = lazy(async () => ({ default: (await votes())[0].VerdictOf }));
const ProofSheet = lazy(async () => {
  const [{ ProofSheet }] = await Promise.all([import('../../proof/proof-sheet.tsx'), loadCatalog('proof')]);
  return { default: ProofSheet };
});
const ReportLine = lazy(async () => {
  const [{ ReportLine }] = await Promise.all([import('../order/report-line.tsx'), loadCatalog('order')]);
  return { default: ReportLine };
});

/** What can be done with a post that everybody sees. */
function ActsOfShown({ post, who }: { post: Post; who: string }) {
  const { t } = useLingui();
  const { view, setWriting } = useThread();
  const [history, setHistory] = useState(false);
  const [proof, setProof] = useState(false);
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
        <QuoteAct post={post} who={who} />
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
        <MoreActs post={post} who={who} />
      </div>
      {hasHolder() ? (
        <Suspense>
          <ReportLine post={post} />
        </Suspense>
      ) : null}
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

/** The line of acts under a post. Of one that is not shown its author alone can do something: take it back. */
export function PostActs({ post }: { post: Post }) {
  const { aliases, isMine, presented } = useThread();
  const aliasName = useAliasName();
  const alias = aliases.get(post.pseudonym);
  const face = presented.get(post.pseudonym);
  const who = face ? aliasName(face) : '';
  if (post.deleted) return null;
  if (post.body && post.order.state === 'shown') return <ActsOfShown post={post} who={who} />;
  return alias && isMine(alias) && post.order.state !== 'removed' ? <MoreActs post={post} who={who} /> : null;
}
