import { lazy, type ReactNode, Suspense } from 'react';
import { loadCatalog } from '../../shell/locale.ts';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { useReading } from '../read/reading.ts';
import { rooms as roomsReading } from '../read/readings.ts';

const Door = lazy(async () => {
  const [{ Door }] = await Promise.all([import('./door.tsx'), loadCatalog('inside')]);
  return { default: Door };
});

/**
 * Shows a page of a room: of a public one at once, of one for colleagues behind its door. Before the rooms are known a
 * page is begun unless its address is of the form that rooms for colleagues have: that alone decides nothing but when.
 */
export function Doorway({ room: id, children }: { room: string; children: ReactNode }) {
  const { data, error } = useReading(roomsReading);
  const room = data?.find((one) => one.id === id);
  if (!data && !error && id.startsWith('in-')) return <PageSkeleton />;
  if (room?.access !== 'colleagues') return children;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Door key={id} room={room}>
        {children}
      </Door>
    </Suspense>
  );
}
