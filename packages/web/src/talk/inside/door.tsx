import { Trans } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import type { Room } from '@teahouse/contract/talk';
import { type ReactNode, useEffect } from 'react';
import { Unlocked } from '../../holder/keep-parts.tsx';
import { hasHolder } from '../../holder/marker.ts';
import { useHolder, useObserved } from '../../holder/use-holder.ts';
import { LockMark } from '../../ui/lock-mark.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { dropRoom } from '../read/readings.ts';
import { ClosedPage, ForStrangers, ForVisitors } from './closed.tsx';
import { Entrance } from './entrance.tsx';
import { useOwnCompanies } from './own-companies.ts';

interface DoorProps {
  readonly room: Room;
  readonly children: ReactNode;
}

/** The room itself, with the quiet line that says who reads it. What was read is forgotten when the page is left. */
function Inside({ room, children }: DoorProps) {
  useEffect(() => () => dropRoom(room.id), [room.id]);
  return (
    <>
      <p className="page flex items-center gap-2 pt-1 text-[0.82rem] text-celadon" data-inside>
        <LockMark />
        <Trans>Inside: read by colleagues only.</Trans>
      </p>
      {children}
    </>
  );
}

function WithWallet({ client, room, children }: DoorProps & { client: Teahouse }) {
  const { entered } = useObserved(client.rooms);
  const { exists } = useObserved(client.wallet);
  const own = useOwnCompanies();
  if (entered.includes(room.id)) return <Inside room={room}>{children}</Inside>;
  if (!exists) return <ForVisitors room={room} />;
  if (room.company === null || !own.includes(room.company)) return <ForStrangers room={room} />;
  return <Entrance client={client} room={room} company={room.company} />;
}

/** A locked device keeps the key of the day to itself. */
function WhenUnlocked({ client, room, children }: DoorProps & { client: Teahouse }) {
  const { state } = useObserved(client.deviceLock);
  if (state !== 'locked') return children;
  return (
    <ClosedPage room={room}>
      <Unlocked client={client}>{null}</Unlocked>
    </ClosedPage>
  );
}

/** The door of a room for colleagues: opens to those who work there, and is friendly to everybody else. */
export function Door({ room, children }: DoorProps) {
  const client = useHolder();
  if (!hasHolder()) return <ForVisitors room={room} />;
  if (!client) return <PageSkeleton />;
  return (
    <WhenUnlocked client={client} room={room}>
      <WithWallet client={client} room={room}>
        {children}
      </WithWallet>
    </WhenUnlocked>
  );
}
