import { trustedScriptUrl } from '../crypto/trusted.ts';

/** Keeps the shell and /verify on the device from now on. A browser that can't, goes without. */
export async function keepForOffline(): Promise<void> {
  try {
    await navigator.serviceWorker?.register(trustedScriptUrl('/sw.js'));
  } catch {
    // Private windows refuse it, and a server that changes its build just now is asked again at the next visit.
  }
}
