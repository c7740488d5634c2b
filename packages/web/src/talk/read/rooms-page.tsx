import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Room } from '@teahouse/contract/talk';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LockMark } from '../../ui/lock-mark.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { SlotTime } from '../../ui/time.tsx';
import { useName } from '../../ui/use-name.ts';
import { FollowButton } from '../find/lists/follow-button.tsx';
import { useVisibleRooms } from '../inside/own-companies.ts';
import { useRoomGroups } from './rooms-nav.tsx';

function RoomLine({ room }: { room: Room }) {
  const name = useName();
  return (
    <li className="relative flex min-h-14 items-center justify-between gap-x-4 border-t border-line py-1.5">
      <Link
        to="/r/$room"
        params={{ room: room.id }}
        className="font-serif text-[1.12rem] font-bold decoration-celadon decoration-1 underline-offset-[0.3em] after:absolute after:inset-0 hover:underline"
      >
        {name(room.name)}
      </Link>
      <span className="tabular ml-auto shrink-0 text-[0.86rem] text-ink-2">
        {room.access === 'colleagues' ? (
          <span className="inline-flex items-center gap-1.5" data-lock>
            <LockMark />
            <Trans>your colleagues</Trans>
          </span>
        ) : (
          <Lively room={room} />
        )}
      </span>
      {/* What is followed stands on the device unsealed: it must not say where its person works. */}
      {room.access === 'public' ? (
        <FollowButton room={room.id} name={name(room.name)} />
      ) : (
        <span className="w-11" />
      )}
    </li>
  );
}

/** How much was said in a public room, and when last. */
function Lively({ room }: { room: Room }) {
  return (
    <>
      <Plural value={room.threads} _0="still quiet" one="# thread" other="# threads" />
      {room.lastSlot ? (
        <>
          <span aria-hidden="true"> · </span>
          <SlotTime slot={room.lastSlot} />
        </>
      ) : null}
    </>
  );
}

/** Every open room, by kind, with how rooms open. */
export function RoomsPage() {
  const { t } = useLingui();
  useTitle(t`Rooms`);
  const { data, error } = useVisibleRooms();
  const square = data?.filter((room) => room.kind === 'square') ?? [];
  const groups = useRoomGroups(data?.filter((room) => room.kind !== 'square') ?? []);
  return (
    <div className="page pt-6 sm:pt-9">
      <h1>
        <Trans>Rooms</Trans>
      </h1>
      <p className="mt-3 mb-8 max-w-[38rem] text-ink-2">
        <Trans>
          A company's room opens by itself as soon as enough of its people hold a credential, so that nobody
          stands alone in it. Everyone may read; under which label somebody speaks is their own choice.
        </Trans>
      </p>
      {data || error ? null : <RowsSkeleton rows={5} />}
      {error && !data ? <ErrorNotice error={error} /> : null}
      <div className="grid gap-x-16 gap-y-10 md:grid-cols-2">
        {square.length > 0 ? (
          <ul className="self-start md:col-span-2">
            {square.map((room) => (
              <RoomLine key={room.id} room={room} />
            ))}
          </ul>
        ) : null}
        {groups.map(({ key, title, rooms }) => (
          <section key={key} className="self-start">
            <h2 className="pb-2">{t(title)}</h2>
            <ul className="border-b border-line">
              {rooms.map((room) => (
                <RoomLine key={room.id} room={room} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
