import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ThreadSort } from '@teahouse/contract/talk';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { loadCatalog } from '../../../shell/locale.ts';

const HotSheet = lazy(async () => {
  const [{ HotSheet }] = await Promise.all([import('../more/hot-sheet.tsx'), loadCatalog('find')]);
  return { default: HotSheet };
});

const tab =
  'inline-flex min-h-11 items-center whitespace-nowrap border-b-2 border-transparent text-ink-2 hover:text-ink aria-[current]:border-celadon aria-[current]:font-semibold aria-[current]:text-ink';

function Tab({ sort, on, children }: { sort: ThreadSort; on: boolean; children: ReactNode }) {
  return (
    <Link
      to="."
      search={(before) => ({ ...before, sort })}
      replace
      resetScroll={false}
      className={tab}
      aria-current={on ? 'page' : undefined}
    >
      {children}
    </Link>
  );
}

/** One sentence that says by what a list of hot threads is sorted, and where the whole of it stands. */
function HotRule() {
  const [open, setOpen] = useState(false);
  return (
    <p className="pt-2 text-[0.86rem] text-ink-2">
      <Trans>What many different people take part in, the newer the better.</Trans>{' '}
      <button type="button" className="link -my-3 min-h-11" onClick={() => setOpen(true)}>
        <Trans>How exactly</Trans>
      </button>
      {open ? (
        <Suspense>
          <HotSheet onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </p>
  );
}

/** How a list is sorted; the choice stands in the address. */
export function SortTabs({ sort }: { sort: ThreadSort }) {
  const { t } = useLingui();
  const isTop = sort === 'day' || sort === 'week';
  return (
    // The line of the first row is theirs too.
    <div className={sort === 'hot' ? 'pb-4' : 'relative z-10 -mb-px'}>
      <nav aria-label={t`Order of the threads`} className="flex gap-6">
        <Tab sort="hot" on={sort === 'hot'}>
          <Trans>Hot</Trans>
        </Tab>
        <Tab sort="new" on={sort === 'new'}>
          <Trans>New</Trans>
        </Tab>
        <Tab sort="active" on={sort === 'active'}>
          <Trans>Active</Trans>
        </Tab>
        <Tab sort="day" on={isTop}>
          <Trans>Top</Trans>
        </Tab>
        {isTop ? (
          <span className="ml-auto flex gap-4 text-[0.9rem]">
            <Tab sort="day" on={sort === 'day'}>
              <Trans>Day</Trans>
            </Tab>
            <Tab sort="week" on={sort === 'week'}>
              <Trans>Week</Trans>
            </Tab>
          </span>
        ) : null}
      </nav>
      {sort === 'hot' ? <HotRule /> : null}
    </div>
  );
}
