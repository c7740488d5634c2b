import { Trans, useLingui } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import { useEffect, useState } from 'react';
import { useObserved } from '../../holder/use-holder.ts';

/** Minutes since a time, counted on while the page is open. */
function useMinutesSince(time: number | null): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 20_000);
    return () => clearInterval(timer);
  }, []);
  return time === null ? 0 : Math.max(0, Math.floor((now - time) / 60_000));
}

/** When the device looked last, and that it looked by itself. */
export function Looked({ client }: { client: Teahouse }) {
  const { i18n } = useLingui();
  const { lookedAt, looking } = useObserved(client.inbox);
  const look = () => {
    void client.inbox.look();
    // Where it fails, the inbox's own look fails too, and says so.
    void client.notices.look().catch(() => undefined);
  };
  const minutes = useMinutesSince(lookedAt);
  const ago = new Intl.RelativeTimeFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', { numeric: 'auto' });
  return (
    <p className="flex min-h-11 flex-wrap items-center gap-x-3 text-[0.9rem] text-ink-2">
      <span role="status">
        {looking ? (
          <Trans>Looking through the public files…</Trans>
        ) : lookedAt === null ? (
          <Trans>Found on this device, nobody is asked.</Trans>
        ) : minutes === 0 ? (
          <Trans>Found on this device just now, nobody is asked.</Trans>
        ) : (
          <Trans>Found on this device {ago.format(-minutes, 'minute')}, nobody is asked.</Trans>
        )}
      </span>
      {looking ? null : (
        <button type="button" className="link min-h-11" onClick={look}>
          <Trans>Look for answers</Trans>
        </button>
      )}
    </p>
  );
}
