import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTitle } from '../../shell/use-title.ts';
import { SignedIn } from '../session.tsx';
import { BlockList, ConnectionList, FollowList } from './lists.tsx';
import { Received, Sent } from './requests.tsx';
import { type View, viewOf, views } from './search.ts';
import { SuggestionList } from './suggestions.tsx';

const route = getRouteApi('/members/network');

const tab =
  'inline-flex min-h-11 flex-none items-center border-b-2 px-0.5 text-[0.95rem] whitespace-nowrap aria-[current=page]:border-celadon aria-[current=page]:font-semibold aria-[current=page]:text-ink';

/** A list right below the tabs needs no line of its own above it. */
const underTabs = 'pt-2 [&_ul>li:first-child]:border-t-0';

function Tabs({ view }: { view: View }) {
  const { t } = useLingui();
  const words: Record<View, string> = {
    start: t`For you`,
    connections: t`Connections`,
    sent: t`Sent`,
    following: t`Following`,
    followers: t`Followers`,
    blocked: t`Blocked`,
  };
  return (
    <nav
      aria-label={t`Parts of your network`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled sideways must be reached by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="flex gap-6 overflow-x-auto border-b border-line text-ink-2"
    >
      {views.map((one) => (
        <Link
          key={one}
          to="/network"
          search={one === 'start' ? {} : { view: one }}
          activeOptions={{ exact: true }}
          aria-current={one === view ? 'page' : undefined}
          className={`${tab} ${one === view ? '' : 'border-transparent hover:text-ink'}`}
        >
          {words[one]}
        </Link>
      ))}
    </nav>
  );
}

function Start() {
  return (
    <>
      <Received />
      <section>
        <h2 className="pb-3">
          <Trans>People you may know</Trans>
        </h2>
        <SuggestionList />
      </section>
    </>
  );
}

function Body({ view }: { view: View }) {
  switch (view) {
    case 'connections':
      return <ConnectionList />;
    case 'sent':
      return <Sent />;
    case 'following':
    case 'followers':
      return <FollowList key={view} side={view} />;
    case 'blocked':
      return <BlockList />;
    default:
      return <Start />;
  }
}

/** Requests, people one may know, and whom one is connected with. */
export function NetworkPage() {
  const { t } = useLingui();
  const view = viewOf(route.useSearch() as Record<string, unknown>);
  useTitle(t`Network`);
  return (
    <SignedIn>
      {() => (
        <div className="page">
          <div className="column">
            <h1 className="pt-8 pb-4 sm:pt-14">
              <Trans>Network</Trans>
            </h1>
            <Tabs view={view} />
            <div className={view === 'start' || view === 'connections' ? 'pt-7' : underTabs}>
              <Body view={view} />
            </div>
          </div>
        </div>
      )}
    </SignedIn>
  );
}
