import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../queries.ts';
import { queries } from '../query-client.ts';
import { useLiveNotices } from './live.ts';
import { unseenQuery } from './queries.ts';

/** How many notices are new, beside the way to them; nothing where there are none. It stands outside the pages. */
export function Unseen() {
  const { t } = useLingui();
  const { data: me } = useQuery(meQuery, queries);
  useLiveNotices(Boolean(me));
  const { data: count = 0 } = useQuery({ ...unseenQuery, enabled: Boolean(me) }, queries);
  if (!me || count === 0) return null;
  return (
    <span className="tabular inline-grid min-w-5 place-items-center rounded-full bg-cinnabar px-1.5 text-[0.72rem] leading-5 font-semibold text-paper">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t`${count} new`}</span>
    </span>
  );
}
