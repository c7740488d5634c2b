import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { barItem as item, Label } from '../shell/bar-item.tsx';
import { HomeIcon, PeopleIcon, PersonIcon } from '../ui/icons.tsx';
import { DoorIcon, SearchIcon } from '../ui/nav-icons.tsx';

/** The ways of the named half, for thumbs; account and help are reached from one's own page. */
export function MembersBar() {
  const { t } = useLingui();
  return (
    <>
      <Link to="/home" className={item}>
        <Label icon={<HomeIcon />}>{t`My papers`}</Label>
      </Link>
      <Link to="/network" className={item}>
        <Label icon={<PeopleIcon />}>{t`Network`}</Label>
      </Link>
      <Link to="/search" search={{}} className={item}>
        <Label icon={<SearchIcon />}>{t`Search`}</Label>
      </Link>
      <Link to="/me" className={item}>
        <Label icon={<PersonIcon />}>{t`Me`}</Label>
      </Link>
      <Link to="/" className={item}>
        <Label icon={<DoorIcon />}>{t`Enter talk`}</Label>
      </Link>
    </>
  );
}
