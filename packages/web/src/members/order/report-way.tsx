import type { Thing } from '@teahouse/contract/members';
import { lazy, Suspense } from 'react';
import { loadCatalog } from '../../shell/locale.ts';

const Sheet = lazy(async () => {
  const [{ ReportSheet }] = await Promise.all([import('./report-sheet.tsx'), loadCatalog('house')]);
  return { default: ReportSheet };
});

/** The sheet of a report, fetched when it is opened. For menus of members, posts and comments. */
export const Reporting = ({ thing, onClose }: { thing: Thing; onClose: () => void }) => (
  <Suspense>
    <Sheet thing={thing} onClose={onClose} />
  </Suspense>
);
