import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import { useObserved, useOpenedHolder } from '../holder/use-holder.ts';
import { InboxIcon } from '../ui/icons.tsx';
import { barItem, Label } from './bar-item.tsx';
import { headerItem } from './header-item.ts';

/** How many things were not read yet, for eyes and for screen readers; nothing where there are none. */
function Count({ client }: { client: Teahouse }) {
  const answers = useObserved(client.inbox).unread;
  const unread = answers + useObserved(client.notices).unread;
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

/** The way to the inbox, in the head of the page or in the bar for thumbs, with what is unread. */
export function InboxLink({ place }: { place: 'head' | 'bar' }) {
  const { t } = useLingui();
  const client = useOpenedHolder();
  const count = client ? <Count client={client} /> : null;
  if (place === 'head') {
    return (
      <Link to="/inbox" className={headerItem}>
        <Trans>Inbox</Trans>
        {count}
      </Link>
    );
  }
  return (
    <Link to="/inbox" className={`relative ${barItem}`}>
      <Label icon={<InboxIcon />}>{t`Inbox`}</Label>
      <span className="absolute top-1 left-1/2">{count}</span>
    </Link>
  );
}
