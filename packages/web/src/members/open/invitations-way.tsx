import { lazy, Suspense } from 'react';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { loadHiringWords } from '../hiring-words.ts';

const List = lazy(async () => {
  const [{ Invitations }] = await Promise.all([import('./invitations.tsx'), loadHiringWords()]);
  return { default: Invitations };
});

/** Invitations to apply, fetched with their words when they are first shown. */
export const InvitationList = () => (
  <Suspense fallback={<RowsSkeleton rows={3} />}>
    <List />
  </Suspense>
);
