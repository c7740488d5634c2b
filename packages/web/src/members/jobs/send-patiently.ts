import { ApiError } from '@teahouse/client/errors';

/** What passes by itself: no answer, or a server that has just come back. */
const passing: ReadonlySet<string> = new Set(['offline', 'unavailable', 'busy']);
const pauses = [1_000, 3_000, 8_000];

/** Sends something again that may be sent twice, as it has an id of its own, while what keeps it away may pass. */
export async function sendPatiently<T>(send: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof ApiError && passing.has(error.code))) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return send();
}
