import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { ApiError } from '@teahouse/client/errors';

/** Only what may pass by itself is tried again: no answer, or a server that asks to wait. */
const passing = new Set(['offline', 'busy', 'unavailable', 'too-slow']);

/** What the named half has read, in memory only: nothing of it is written to the device. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 3 && error instanceof ApiError && passing.has(error.code),
    },
  },
});

/**
 * Asks again for what is on the screen, as the server said that it changed. A first answer that is still under way may be older
 * than that, and invalidating alone would take it for the new one: it is given up.
 */
export async function askAgain(queryKey: QueryKey, client: QueryClient = queries): Promise<void> {
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}
