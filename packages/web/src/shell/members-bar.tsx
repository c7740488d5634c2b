import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { DevicesIcon, HelpIcon, HomeIcon } from '../ui/icons.tsx';
import { DoorIcon } from '../ui/nav-icons.tsx';
import { barItem as item, Label } from './bar-item.tsx';

/** The ways of the named half. */
export function MembersBar() {
  const { t } = useLingui();
  return (
    <>
      <Link to="/home" className={item}>
        <Label icon={<HomeIcon />}>{t`My papers`}</Label>
      </Link>
      <Link to="/account" className={item}>
        <Label icon={<DevicesIcon />}>{t`Account`}</Label>
      </Link>
      <Link to="/about" className={item}>
        <Label icon={<HelpIcon />}>{t`How it works`}</Label>
      </Link>
      <Link to="/" className={item}>
        <Label icon={<DoorIcon />}>{t`Enter talk`}</Label>
      </Link>
    </>
  );
}
