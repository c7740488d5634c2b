import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

/** Whether a service worker keeps this page by now. */
function useKept(): boolean {
  const [kept, setKept] = useState(false);
  useEffect(() => {
    let current = true;
    void navigator.serviceWorker?.ready.then(() => {
      if (current) setKept(true);
    });
    return () => {
      current = false;
    };
  }, []);
  return kept;
}

/** Says where the checking happens, and from when on the page needs no network. */
export function OfflineLine() {
  const kept = useKept();
  return (
    <p className="text-[0.93rem] text-ink-2" role="status" data-kept={kept}>
      {kept ? (
        <span className="verified">
          <Trans>This page is kept on your device: it works with the network cut.</Trans>
        </span>
      ) : (
        <Trans>Everything is checked on this device. No file is sent anywhere.</Trans>
      )}
    </p>
  );
}
