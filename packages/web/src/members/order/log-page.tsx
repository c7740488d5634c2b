import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { Paged } from '../paged.tsx';
import { SignedIn } from '../session.tsx';
import { Counts } from './counts.tsx';
import { Decided } from './decided.tsx';
import { HouseTabs } from './parts.tsx';
import { logQuery } from './queries.ts';
import { orderWords } from './words.ts';

function Log() {
  const { t } = useLingui();
  const pages = useInfiniteQuery(logQuery);
  const decisions = pages.data?.pages.flatMap((page) => page.decisions) ?? [];
  return (
    <Paged
      pages={pages}
      count={decisions.length}
      words={orderWords}
      empty={
        <Empty title={t`No decision yet`}>
          <Trans>Every decision will stand here, with its reason.</Trans>
        </Empty>
      }
    >
      {decisions.map((decision) => (
        <li key={decision.id} className="border-t border-line py-4">
          <Link
            to="/house/case/$case"
            params={{ case: decision.case }}
            className="inline-flex min-h-11 items-center font-semibold hover:text-celadon"
          >
            {decision.owner.name}
          </Link>
          <Decided decision={decision} />
        </li>
      ))}
    </Paged>
  );
}

/** All decisions of the named half; the numbers beside them are public. */
export function LogPage() {
  const { t } = useLingui();
  useTitle(t`Log`);
  return (
    <SignedIn>
      {() => (
        <div className="page">
          <h1 className="pt-8 pb-4 sm:pt-14">
            <Trans>Order in the named half</Trans>
          </h1>
          <HouseTabs here="log" />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-x-20 gap-y-8 pt-4 lg:grid-cols-[minmax(0,40rem)_minmax(0,18rem)]">
            <div>
              <Log />
            </div>
            <aside className="text-[0.95rem] text-ink-2">
              <Counts />
            </aside>
          </div>
        </div>
      )}
    </SignedIn>
  );
}
