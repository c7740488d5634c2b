import { useLingui } from '@lingui/react/macro';

const widths = ['w-3/4', 'w-2/3', 'w-5/6', 'w-1/2', 'w-3/5'];

/** Rows in the shape of a list of threads while it is on its way. */
export function RowsSkeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`} className="fade">
      {Array.from({ length: rows }, (_, i) => i).map((i) => (
        <div key={i} className="shimmer flex gap-4 border-t border-line py-6">
          <div className="h-12 w-11 flex-none rounded-[45%] bg-paper-2" />
          <div className="flex-1 space-y-3 pt-1">
            <div className={`h-4 rounded bg-paper-2 ${widths[i % widths.length]}`} />
            <div className="h-3 w-full rounded bg-paper-2" />
            <div className="h-3 w-1/3 rounded bg-paper-2" />
          </div>
        </div>
      ))}
    </div>
  );
}

/** A title and some lines. */
export function PageSkeleton() {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`} className="fade page column ml-0 space-y-4 py-14">
      <div className="shimmer h-8 w-2/3 rounded bg-paper-2" />
      <div className="shimmer h-4 w-full rounded bg-paper-2" />
      <div className="shimmer h-4 w-5/6 rounded bg-paper-2" />
    </div>
  );
}
