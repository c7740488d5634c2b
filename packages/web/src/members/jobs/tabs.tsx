import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

export const mineViews = ['applied', 'saved', 'alerts', 'referrals', 'invitations', 'posted'] as const;
export type MineView = (typeof mineViews)[number];

const tab =
  'inline-flex min-h-11 flex-none items-center border-b-2 px-0.5 text-[0.95rem] whitespace-nowrap aria-[current=page]:border-celadon aria-[current=page]:font-semibold aria-[current=page]:text-ink';

/** The tab of the page may stand where a phone has no room for it. */
const reveal = (tab: HTMLAnchorElement | null) => tab?.scrollIntoView({ block: 'nearest', inline: 'center' });

/** The search, and what the member has to do with jobs. */
export function JobTabs({ here }: { here: MineView | 'search' }) {
  const { t } = useLingui();
  const words: Record<MineView, string> = {
    applied: t`Applied`,
    saved: t`Saved`,
    alerts: t`Saved searches`,
    referrals: t`Referrals`,
    invitations: t`Invitations`,
    posted: t`Posted`,
  };
  // On a phone the last parts lie beyond the edge: the one that is open must be seen.
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    bar.current
      ?.querySelector(`[data-part="${here}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [here]);
  const look = (one: string) => `${tab} ${one === here ? '' : 'border-transparent hover:text-ink'}`;
  return (
    <nav
      ref={bar}
      aria-label={t`Parts of the jobs`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled sideways must be reached by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="flex gap-6 overflow-x-auto border-b border-line text-ink-2"
    >
      <Link
        to="/jobs"
        search={{}}
        activeOptions={{ exact: true, includeSearch: false }}
        aria-current={here === 'search' ? 'page' : undefined}
        data-part="search"
        className={look('search')}
      >
        {t`Find`}
      </Link>
      {mineViews.map((one) => (
        <Link
          key={one}
          ref={one === here ? reveal : null}
          to="/jobs/mine"
          search={one === 'applied' ? {} : { view: one }}
          activeOptions={{ exact: true }}
          aria-current={one === here ? 'page' : undefined}
          data-part={one}
          className={look(one)}
        >
          {words[one]}
        </Link>
      ))}
    </nav>
  );
}
