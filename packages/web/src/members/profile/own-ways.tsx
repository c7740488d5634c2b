import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Me } from '@teahouse/contract/members';
import type { ReactNode } from 'react';
import {
  CheckIcon,
  FlagIcon,
  HelpIcon,
  LockIcon,
  PeopleIcon,
  PersonIcon,
  ProofIcon,
  TokenIcon,
} from '../../ui/icons.tsx';

const way = 'flex min-h-12 items-center gap-3 border-t border-line py-1.5 hover:text-ink';

function Words({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <>
      <span className="grid w-6 flex-none place-items-center">{icon}</span>
      <span className="min-w-0">{children}</span>
    </>
  );
}

/** Ways that are the member's own, and have no place in the bar for thumbs. */
export function OwnWays({ me }: { me: Me }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Yours`} className="grid grid-cols-2 gap-x-6 lg:grid-cols-1">
      <Link to="/papers" className={way}>
        <Words icon={<TokenIcon />}>{t`My papers`}</Words>
      </Link>
      <Link to="/account" className={way}>
        <Words icon={<LockIcon />}>{t`Account`}</Words>
      </Link>
      <Link to="/network" search={{ view: 'connections' }} className={way}>
        <Words icon={<PeopleIcon />}>{t`Connections`}</Words>
      </Link>
      <Link to="/network" search={{ view: 'blocked' }} className={way}>
        <Words icon={<PersonIcon />}>{t`Blocked`}</Words>
      </Link>
      <Link to="/standing" className={way}>
        <Words icon={<FlagIcon />}>{t`Decisions about me`}</Words>
      </Link>
      <Link to="/about" className={way}>
        <Words icon={<HelpIcon />}>{t`How it works`}</Words>
      </Link>
      {me.roles.includes('reviewer') ? (
        <Link to="/reviews" className={way}>
          <Words icon={<ProofIcon />}>{t`Badges to look at`}</Words>
        </Link>
      ) : null}
      {me.roles.includes('moderator') ? (
        <Link to="/house" className={way}>
          <Words icon={<CheckIcon />}>{t`Reports to decide on`}</Words>
        </Link>
      ) : null}
      {me.roles.includes('operator') ? (
        <Link to="/console" className={way}>
          <Words icon={<TokenIcon />}>{t`Operator's console`}</Words>
        </Link>
      ) : null}
    </nav>
  );
}
