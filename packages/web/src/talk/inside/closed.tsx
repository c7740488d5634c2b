import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Room } from '@teahouse/contract/talk';
import type { ReactNode } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { SteamingBowl } from '../../ui/steaming-bowl.tsx';
import { useName } from '../../ui/use-name.ts';

/** A closed door with a bowl before it, and where to go instead. */
export function ClosedPage({ room, children }: { room: Room; children: ReactNode }) {
  const name = useName();
  useTitle(name(room.name));
  return (
    <div className="page py-8 sm:py-12" data-closed-room={room.id}>
      <div className="column rise space-y-5">
        <SteamingBowl />
        <h1>{name(room.name)}</h1>
        {children}
      </div>
    </div>
  );
}

/** The room of the same company that everybody reads. */
const publicTwin = (room: Room) => room.id.replace(/^in-/, 'co-');

function OpenRoom({ room }: { room: Room }) {
  return (
    <Link to="/r/$room" params={{ room: publicTwin(room) }} className="btn">
      <Trans>To the company's open room</Trans>
    </Link>
  );
}

/** For somebody without a wallet. */
export function ForVisitors({ room }: { room: Room }) {
  return (
    <ClosedPage room={room}>
      <p className="max-w-[34rem] text-ink-2">
        <Trans>
          Colleagues talk among themselves here. Whoever works there shows the credential at the door, without
          a name; everybody else hears nothing, not even how much is said.
        </Trans>
      </p>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <OpenRoom room={room} />
        <Link to="/join" className="link inline-flex min-h-11 items-center">
          <Trans>I work there</Trans>
        </Link>
      </p>
    </ClosedPage>
  );
}

/** For somebody whose credential is of another company. */
export function ForStrangers({ room }: { room: Room }) {
  return (
    <ClosedPage room={room}>
      <p className="max-w-[34rem] text-ink-2">
        <Trans>
          This room belongs to the colleagues there, as yours belongs to you. No credential on this device
          opens it, and none was shown: the house has not learned who stood at the door.
        </Trans>
      </p>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <OpenRoom room={room} />
        <Link to="/papers" className="link inline-flex min-h-11 items-center">
          <Trans>I work there now</Trans>
        </Link>
      </p>
    </ClosedPage>
  );
}
