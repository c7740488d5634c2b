import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { Paged } from '../paged.tsx';
import { SignedIn } from '../session.tsx';
import { Day, HouseTabs } from './parts.tsx';
import { casesQuery } from './queries.ts';
import { orderWords, reasonWords, thingWords } from './words.ts';

const route = getRouteApi('/members/house');

function Cases({ state }: { state: 'open' | 'closed' }) {
  const { t } = useLingui();
  const pages = useInfiniteQuery(casesQuery(state));
  const cases = pages.data?.pages.flatMap((page) => page.cases) ?? [];
  return (
    <Paged
      pages={pages}
      count={cases.length}
      words={orderWords}
      empty={
        <Empty title={state === 'open' ? t`Nothing waits` : t`No decision yet`}>
          <Trans>What members report comes here, the gravest first.</Trans>
        </Empty>
      }
    >
      {cases.map(({ id, thing, owner, reports, reasons, assignee, day }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line py-3 first:border-t-0"
          data-case={owner.handle}
        >
          <Link
            to="/house/case/$case"
            params={{ case: id }}
            className="inline-flex min-h-11 min-w-48 items-center font-semibold hover:text-celadon"
          >
            {t(thingWords(thing))} · {owner.name}
          </Link>
          <span className="flex-1 basis-48 text-[0.92rem] text-ink-2">
            {reasons.map((reason) => t(reasonWords[reason])).join(' · ')}
          </span>
          <span className="text-[0.92rem] text-ink-2">
            <Plural value={reports} one="# report" other="# reports" />
          </span>
          {assignee ? <span className="chip">{assignee.name}</span> : null}
          <span className="text-[0.88rem] text-ink-2">
            <Day day={day} />
          </span>
        </li>
      ))}
    </Paged>
  );
}

/** What members reported, for the moderators of the named half. */
export function QueuePage() {
  const { t } = useLingui();
  useTitle(t`Order in the named half`);
  const { state } = route.useSearch() as { state?: unknown };
  const shown = state === 'closed' ? 'closed' : 'open';
  return (
    <SignedIn>
      {() => (
        <div className="page">
          <h1 className="pt-8 pb-4 sm:pt-14">
            <Trans>Order in the named half</Trans>
          </h1>
          <HouseTabs here={shown === 'open' ? 'queue' : 'closed'} />
          <div className="pt-4">
            <Cases key={shown} state={shown} />
          </div>
        </div>
      )}
    </SignedIn>
  );
}
