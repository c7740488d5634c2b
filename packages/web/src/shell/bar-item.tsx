import type { ReactNode } from 'react';

/** One way of a bar for thumbs. */
export const barItem =
  'flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-1 text-center text-[0.72rem] leading-tight text-ink-2 data-[status=active]:font-semibold data-[status=active]:text-celadon';

/** Its icon with its word below. */
export function Label({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <>
      {icon}
      <span>{children}</span>
    </>
  );
}
