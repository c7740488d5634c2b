import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Room } from '@teahouse/contract/talk';
import { LockMark } from '../../ui/lock-mark.tsx';
import { useName } from '../../ui/use-name.ts';
import { useVisibleRooms } from '../inside/own-companies.ts';

export const kinds: readonly { readonly kind: Room['kind']; readonly title: MessageDescriptor }[] = [
  { kind: 'topic', title: msg`Topics` },
  { kind: 'company', title: msg`Companies` },
  { kind: 'industry', title: msg`Industries` },
];

/** Rooms in which something is said; of one's own colleagues it is not known whether. */
const isShown = (room: Room) => room.threads > 0 || room.access === 'colleagues';

/** Rooms by kind, beside the list on a wide screen. */
export function RoomsAside() {
  const { t } = useLingui();
  const name = useName();
  const { data = [] } = useVisibleRooms();
  return (
    <nav aria-label={t`Rooms`} className="space-y-7 text-[0.95rem]">
      {kinds.map(({ kind, title }) => {
        const rooms = data.filter((room) => room.kind === kind && isShown(room));
        return rooms.length === 0 ? null : (
          <section key={kind}>
            <h2 className="mb-1 text-[0.98rem]">{t(title)}</h2>
            <ul>
              {rooms.slice(0, 10).map((room) => (
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
  const rooms = data.filter((room) => room.kind !== 'square' && isShown(room));
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
