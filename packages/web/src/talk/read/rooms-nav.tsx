import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Room } from '@teahouse/contract/talk';
import { LockMark } from '../../ui/lock-mark.tsx';
import { useName } from '../../ui/use-name.ts';
import { useFollowed } from '../find/device/followed.ts';
import { useVisibleRooms } from '../inside/own-companies.ts';

const kinds: readonly { readonly kind: Room['kind']; readonly title: MessageDescriptor }[] = [
  { kind: 'topic', title: msg`Topics` },
  { kind: 'company', title: msg`Companies` },
  { kind: 'industry', title: msg`Industries` },
];

interface RoomGroup {
  readonly key: string;
  readonly title: MessageDescriptor;
  readonly rooms: readonly Room[];
}

/** All rooms in groups: those followed on this device first, then by kind; a room stands in one group only. */
export function useRoomGroups(rooms: readonly Room[]): RoomGroup[] {
  const followed = useFollowed();
  const mine = followed.flatMap((id) => rooms.filter((room) => room.id === id));
  const others = rooms.filter(({ id }) => !followed.includes(id));
  const groups = kinds.map(({ kind, title }) => ({
    key: kind,
    title,
    rooms: others.filter((room) => room.kind === kind),
  }));
  return [{ key: 'followed', title: msg`Followed`, rooms: mine }, ...groups].filter(
    (group) => group.rooms.length > 0,
  );
}

/** Rooms that are worth a way to them: followed, lively, or of one's own colleagues, of which it is not known. */
const isShown = (room: Room, key: string) =>
  key === 'followed' || room.threads > 0 || room.access === 'colleagues';

/** Rooms by kind, beside the list on a wide screen. */
export function RoomsAside() {
  const { t } = useLingui();
  const name = useName();
  const { data = [] } = useVisibleRooms();
  return (
    <nav aria-label={t`Rooms`} className="space-y-7 text-[0.95rem]">
      {useRoomGroups(data).map(({ key, title, rooms }) => {
        const shown = rooms.filter((room) => isShown(room, key));
        return shown.length === 0 ? null : (
          <section key={key}>
            <h2 className="mb-1 text-[0.98rem]">{t(title)}</h2>
            <ul>
              {shown.slice(0, 10).map((room) => (
                <li key={room.id}>
                  <Link
                    to="/r/$room"
                    params={{ room: room.id }}
                    className="flex min-h-9 items-center justify-between gap-4 text-ink-2 hover:text-ink"
                  >
                    <span>{name(room.name)}</span>
                    {room.access === 'colleagues' ? (
                      <LockMark />
                    ) : (
                      <span className="tabular text-[0.82rem]">{room.threads}</span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

/** The same rooms as a strip that a thumb can push along. */
export function RoomsStrip() {
  const { t } = useLingui();
  const name = useName();
  const { data = [] } = useVisibleRooms();
  const rooms = useRoomGroups(data).flatMap(({ key, rooms }) => rooms.filter((room) => isShown(room, key)));
  return (
    <nav
      aria-label={t`Rooms`}
      className="-mx-[clamp(1.15rem,4vw,2.5rem)] min-h-11 overflow-x-auto [scrollbar-width:none]"
    >
      <ul className="flex w-max gap-6 px-[clamp(1.15rem,4vw,2.5rem)]">
        {rooms.map((room) => (
          <li key={room.id}>
            <Link
              to="/r/$room"
              params={{ room: room.id }}
              className="inline-flex min-h-11 items-center gap-1.5 whitespace-nowrap text-celadon"
            >
              {name(room.name)}
              {room.access === 'colleagues' ? <LockMark /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
