import { useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { DoorIcon, MaskIcon, PenIcon, RoomsIcon, SquareIcon } from '../ui/nav-icons.tsx';
import { barItem as item, Label } from './bar-item.tsx';
import type { Ground } from './ground.ts';
import { InboxWay } from './inbox-way.tsx';
import { loadDesk } from './load-desk.ts';
import { loadCatalog } from './locale.ts';

// Who reads the square does not carry the other half's bar along.
const MembersBar = lazy(async () => {
  const [{ MembersBar }] = await Promise.all([import('../members/members-bar.tsx'), loadCatalog('members')]);
  return { default: MembersBar };
});

const DeskBar = lazy(async () => ({ default: (await loadDesk()).DeskBar }));

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
      <InboxWay place="bar" />
      <Link to="/mine" className={item}>
        <Label icon={<MaskIcon />}>{t`Mine`}</Label>
      </Link>
      <Link to="/home" className={item}>
        <Label icon={<DoorIcon />}>{t`Named`}</Label>
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
      {ground === 'talk' ? (
        <TalkBar />
      ) : (
        <Suspense fallback={<span className="min-h-14" />}>
          {ground === 'desk' ? <DeskBar /> : <MembersBar />}
        </Suspense>
      )}
    </nav>
  );
}
