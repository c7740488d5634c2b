import { useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hasHolder } from '../holder/marker.ts';
import {
  DevicesIcon,
  DoorIcon,
  HelpIcon,
  HomeIcon,
  InboxIcon,
  MaskIcon,
  PenIcon,
  RoomsIcon,
  SquareIcon,
} from '../ui/nav-icons.tsx';
import { InboxBadge } from './inbox-badge.tsx';
import type { Ground } from './router.tsx';

const item =
  'flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-1 text-center text-[0.72rem] leading-tight text-ink-2 data-[status=active]:font-semibold data-[status=active]:text-celadon';

function Label({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <>
      {icon}
      <span>{children}</span>
    </>
  );
}

function TalkBar() {
  const { t } = useLingui();
  const { room } = useParams({ strict: false });
  return (
    <>
      <Link to="/" className={item} activeOptions={{ exact: true, includeSearch: false }}>
        <Label icon={<SquareIcon />}>{t`Square`}</Label>
      </Link>
      <Link to="/rooms" className={item}>
        <Label icon={<RoomsIcon />}>{t`Rooms`}</Label>
      </Link>
      <Link to="/r/$room/new" params={{ room: room ?? 'square' }} className={item}>
        <span className="grid h-11 w-11 place-items-center rounded-full bg-celadon text-paper">
          <PenIcon />
        </span>
        <span className="sr-only">{t`Write`}</span>
      </Link>
      {hasHolder() ? (
        <Link to="/inbox" className={`relative ${item}`}>
          <Label icon={<InboxIcon />}>{t`Inbox`}</Label>
          <span className="absolute top-1 left-1/2">
            <InboxBadge />
          </span>
        </Link>
      ) : null}
      <Link to="/mine" className={item}>
        <Label icon={<MaskIcon />}>{t`Mine`}</Label>
      </Link>
      <Link to="/home" className={item}>
        <Label icon={<DoorIcon />}>{t`Named half`}</Label>
      </Link>
    </>
  );
}

function MembersBar() {
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

/** The same ways as the header's, where a thumb reaches them. */
export function BottomBar({ ground }: { ground: Ground }) {
  const { t } = useLingui();
  return (
    <nav
      aria-label={t`Main, below`}
      className="sticky bottom-0 z-30 mt-4 flex border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {ground === 'talk' ? <TalkBar /> : <MembersBar />}
    </nav>
  );
}
