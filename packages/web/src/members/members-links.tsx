import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { headerItem as item } from '../shell/header-item.ts';
import { SearchBox } from './search/search-box.tsx';

/** The named half's own pages. */
export function MembersLinks() {
  return (
    <>
      <SearchBox />
      <Link to="/home" className={item}>
        <Trans>My papers</Trans>
      </Link>
      <Link to="/network" className={item}>
        <Trans>Network</Trans>
      </Link>
      <Link to="/me" className={item}>
        <Trans>Me</Trans>
      </Link>
      <Link to="/account" className={item}>
        <Trans>Account</Trans>
      </Link>
      <Link to="/about" className={item}>
        <Trans>How it works</Trans>
      </Link>
    </>
  );
}
