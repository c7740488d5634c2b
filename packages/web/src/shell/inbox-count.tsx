import { Plural } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import { useObserved } from '../holder/use-holder.ts';

/** The number itself, for eyes and for screen readers. */
export function InboxCount({ client }: { client: Teahouse }) {
  const { unread } = useObserved(client.inbox);
  if (unread === 0) return null;
  return (
    <span data-unread={unread}>
      <span
        aria-hidden="true"
        className="tabular ml-1.5 inline-grid h-[1.35em] min-w-[1.35em] place-items-center rounded-full bg-celadon px-1 font-semibold text-[0.72rem] text-paper leading-none"
      >
        {unread > 99 ? '99+' : unread}
      </span>
      <span className="sr-only">
        <Plural value={unread} one="# unread" other="# unread" />
      </span>
    </span>
  );
}
