import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { barItem, Label } from '../../shell/bar-item.tsx';
import { useWays, Waiting } from './ways.tsx';

/** The ways of the desk, where a thumb reaches them. */
export function DeskBar() {
  const { t } = useLingui();
  return useWays().map(({ to, label, icon, count }) => (
    <Link
      key={to}
      to={to}
      className={barItem}
      activeOptions={{ exact: to === '/desk', includeSearch: false }}
    >
      <Label icon={icon}>
        {t(label)}
        <Waiting count={count} />
      </Label>
    </Link>
  ));
}
