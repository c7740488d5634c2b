import type { Post } from '@teahouse/contract/talk';
import { lazy, Suspense } from 'react';
import { loadCatalog } from '../../shell/locale.ts';
import { PostText } from './post-text.tsx';
import { Tombstone } from './tombstone.tsx';

// Most threads are in good order: what says otherwise is loaded where it is needed.
const inWords = () => loadCatalog('order');
const Withheld = lazy(async () => {
  await inWords();
  return { default: (await import('../order/post-order.tsx')).Withheld };
});
const CautionLine = lazy(async () => {
  await inWords();
  return { default: (await import('../order/post-order.tsx')).CautionLine };
});
const Blurred = lazy(async () => {
  await inWords();
  return { default: (await import('../order/post-order.tsx')).Blurred };
});

const loading = <div className="shimmer h-16 rounded bg-paper-2" />;

/** What stands in a post's place: its words, with what a moderator put on them, or why there are none. */
export function Said({ post, className = '' }: { post: Post; className?: string }) {
  const { body, deleted, order } = post;
  if (deleted) return <Tombstone />;
  if (order.state !== 'shown' || !body) {
    return (
      <Suspense fallback={loading}>
        <Withheld post={post} />
      </Suspense>
    );
  }
  const words = <PostText body={body} seq={post.seq} className={className} />;
  return (
    <>
      {order.caution ? (
        <Suspense fallback={<div className="min-h-7" />}>
          <CautionLine caution={order.caution} />
        </Suspense>
      ) : null}
      {order.blurred ? (
        <Suspense fallback={loading}>
          <Blurred>{words}</Blurred>
        </Suspense>
      ) : (
        words
      )}
    </>
  );
}
