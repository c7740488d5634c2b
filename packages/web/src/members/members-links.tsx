import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { headerItem as item } from '../shell/header-item.ts';
import { MaskIcon } from '../ui/nav-icons.tsx';
import { Unseen } from './notices/unseen.tsx';

/** The named half's own pages. */
export function MembersLinks() {
  return (
    <>
      <Link to="/home" className={item}>
        <Trans>Feed</Trans>
      </Link>
      <Link to="/network" className={item}>
        <Trans>Network</Trans>
      </Link>
      <Link to="/jobs" search={{}} className={item}>
        <Trans>Jobs</Trans>
      </Link>
      <Link to="/search" search={{}} className={item}>
        <Trans>Search</Trans>
      </Link>
      <Link to="/notices" className={`${item} gap-1.5`}>
        <Trans>Notices</Trans>
        <Unseen />
      </Link>
      <Link to="/me" className={item}>
        <Trans>Me</Trans>
      </Link>
      <Link to="/account" className={item}>
        <Trans>Account</Trans>
      </Link>
    </>
  );
}

/** The door to the other half where there is no room for words in a bar: in the head of a phone. */
export function TalkDoor() {
  return (
    <Link
      to="/"
      className="inline-flex min-h-11 items-center gap-1.5 rounded-full border border-line px-3.5 text-[0.88rem] whitespace-nowrap md:hidden"
    >
      <MaskIcon />
      <Trans>Talk</Trans>
    </Link>
  );
}
