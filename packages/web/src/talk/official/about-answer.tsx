import { Trans } from '@lingui/react/macro';
import type { OfficialAnswer } from '@teahouse/contract/talk';
import { fromBase64url, statementId, toBase64url } from '@teahouse/protocol';
import { lazy, Suspense, useState } from 'react';
import { loadCatalog } from '../../shell/locale.ts';

const Reason = lazy(async () => {
  const [{ Reason }] = await Promise.all([import('../order/reason.tsx'), loadCatalog('order')]);
  return { default: Reason };
});
const ReportSheet = lazy(async () => {
  const [{ ReportSheet }] = await Promise.all([
    import('../order/report-sheet.tsx'),
    ...(['order', 'write'] as const).map(loadCatalog),
  ]);
  return { default: ReportSheet };
});
const ReportLine = lazy(async () => {
  const [{ ReportLine }] = await Promise.all([import('../order/report-line.tsx'), loadCatalog('order')]);
  return { default: ReportLine };
});

/** In the place of an answer that a moderator took away: why, and where that can be read. */
export function Removed({ removal, name }: { removal: OfficialAnswer['removal']; name: string }) {
  return (
    <div className="mt-2 space-y-1 text-[0.95rem]" data-official-removed>
      <p className="text-ink-2">
        <Trans>A moderator took away what {name} said here.</Trans>
      </p>
      {removal ? (
        <Suspense>
          <Reason decision={removal} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** The way to report what a company said, and what became of one's own report. */
export function ReportAnswer({ statement, name }: { statement: string; name: string }) {
  const [open, setOpen] = useState(false);
  const about = { id: toBase64url(statementId(fromBase64url(statement))) };
  return (
    <>
      <button type="button" className="act" onClick={() => setOpen(true)}>
        <Trans>Report this answer</Trans>
      </button>
      <Suspense>
        <ReportLine post={about} />
        {open ? <ReportSheet post={about} who={name} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}
