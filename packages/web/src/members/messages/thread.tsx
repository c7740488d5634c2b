import { lazy, Suspense } from 'react';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { loadHiringWords } from '../hiring-words.ts';

const View = lazy(async () => {
  const [{ ThreadView }] = await Promise.all([import('./thread-view.tsx'), loadHiringWords()]);
  return { default: ThreadView };
});

/**
 * What who applied and the company's recruiters write to each other in an application, with a field to write in; live. For
 * either side: whose it is, the house knows. Fetched with its words when it is first shown.
 */
export const ApplicationThread = ({ application }: { application: string }) => (
  <Suspense fallback={<RowsSkeleton rows={3} />}>
    <View key={application} application={application} />
  </Suspense>
);
