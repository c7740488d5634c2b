import type { Person } from '@teahouse/contract/members';
import { lazy, Suspense } from 'react';
import { loadCatalog } from '../../shell/locale.ts';

const MemberPosts = lazy(async () => {
  const [{ MemberPosts }] = await Promise.all([import('../feed/member-posts.tsx'), loadCatalog('feed')]);
  return { default: MemberPosts };
});

/** What a member posted, on the member's page: the feed's own parts, fetched when they are needed. */
export const Posts = ({ of, me }: { of: Person; me: string | undefined }) => (
  <Suspense>
    <MemberPosts of={of} me={me} />
  </Suspense>
);
