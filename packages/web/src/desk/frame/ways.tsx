import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DevicesIcon, InboxIcon } from '../../ui/icons.tsx';
import { Icon } from '../../ui/nav-icons.tsx';
import { appealsQuery, casesQuery, meQuery } from '../data/queries.ts';
import { deskQueries } from '../data/query-client.ts';

const ChartIcon = () => (
  <Icon>
    <path d="M4.500 19.500h15M7 16v-4M12 16V6.500M17 16V9.500" />
  </Icon>
);
const PeopleIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="3.200" />
    <path d="M3.500 19c.5-3.500 2.500-5 5.500-5s5 1.500 5.500 5M15.500 6.200a3 3 0 0 1 0 5.600M17 14.500c2 .4 3.200 1.900 3.500 4.500" />
  </Icon>
);
const ScalesIcon = () => (
  <Icon>
    <path d="M12 4v16M8 20h8M5 7h14M5 7l-2.500 6.500h5L5 7ZM19 7l-2.500 6.500h5L19 7Z" />
  </Icon>
);

interface Way {
  readonly to: '/desk' | '/desk/appeals' | '/desk/statistics' | '/desk/staff' | '/desk/me';
  readonly label: MessageDescriptor;
  readonly icon: ReactNode;
  /** What waits there. */
  readonly count?: number | undefined;
}

/** The ways of the desk, for whoever sits there; none for anybody else. They stand outside of the desk's own pages. */
export function useWays(): readonly Way[] {
  const { data: me } = useQuery({ ...meQuery, enabled: false }, deskQueries);
  const waits = { enabled: Boolean(me) };
  const { data: cases } = useInfiniteQuery({ ...casesQuery({}), ...waits }, deskQueries);
  const { data: appeals } = useInfiniteQuery({ ...appealsQuery('open'), ...waits }, deskQueries);
  if (!me) return [];
  return [
    { to: '/desk', label: msg`Queue`, icon: <InboxIcon />, count: cases?.pages[0]?.open },
    {
      to: '/desk/appeals',
      label: msg`Appeals`,
      icon: <ScalesIcon />,
      count: appeals?.pages.reduce((sum, page) => sum + page.appeals.length, 0),
    },
    { to: '/desk/statistics', label: msg`Statistics`, icon: <ChartIcon /> },
    ...(me.role === 'admin' ? [{ to: '/desk/staff', label: msg`Staff`, icon: <PeopleIcon /> } as const] : []),
    { to: '/desk/me', label: msg`My sign-in`, icon: <DevicesIcon /> },
  ];
}

/** How many wait, beside a word. */
export const Waiting = ({ count }: { count: number | undefined }) =>
  count ? <span className="tabular ml-1 text-[0.85em] text-ink-2">{count}</span> : null;
