import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { headerItem } from '../../shell/header-item.ts';
import { useWays, Waiting } from './ways.tsx';

/** The desk's own pages, in the head. */
export function DeskLinks() {
  const { t } = useLingui();
  return useWays().map(({ to, label, count }) => (
    <Link
      key={to}
      to={to}
      className={headerItem}
      activeOptions={{ exact: to === '/desk', includeSearch: false }}
    >
      {t(label)}
      <Waiting count={count} />
    </Link>
  ));
}
