import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { barItem as item, Label } from '../shell/bar-item.tsx';
import { PeopleIcon, PersonIcon } from '../ui/icons.tsx';
import { SearchIcon } from '../ui/nav-icons.tsx';
import { BellIcon, FeedIcon } from './feed/icons.tsx';
import { JobsIcon } from './jobs/icons.tsx';
import { Unseen } from './notices/unseen.tsx';

/** The ways of the named half, for thumbs. The door to talk stands in the head, the account on one's own page. */
export function MembersBar() {
  const { t } = useLingui();
  return (
    <>
      <Link to="/home" className={item}>
        <Label icon={<FeedIcon />}>{t`Feed`}</Label>
      </Link>
      <Link to="/network" className={item}>
        <Label icon={<PeopleIcon />}>{t`Network`}</Label>
      </Link>
      <Link to="/jobs" search={{}} className={item}>
        <Label icon={<JobsIcon />}>{t`Jobs`}</Label>
      </Link>
      <Link to="/search" search={{}} className={item}>
        <Label icon={<SearchIcon />}>{t`Search`}</Label>
      </Link>
      <Link to="/notices" className={item}>
        <Label
          icon={
            <span className="relative">
              <BellIcon />
              <span className="absolute -top-1.5 left-3">
                <Unseen />
              </span>
            </span>
          }
        >{t`Notices`}</Label>
      </Link>
      <Link to="/me" className={item}>
        <Label icon={<PersonIcon />}>{t`Me`}</Label>
      </Link>
    </>
  );
}
