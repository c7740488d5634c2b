import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '@teahouse/client/errors';

/** Only what may pass by itself is tried again: no answer, or a server that asks to wait. */
const passing = new Set(['offline', 'busy', 'unavailable', 'too-slow']);

/** Under which the person signed in is kept. */
export const meKey = ['desk', 'me'] as const;

/** What the desk has read, in memory only: nothing of it is written to the device. */
export const deskQueries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // A sign-in that ended is ended for the whole desk, whichever page heard of it first.
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'desk-signed-out') forgetDesk();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 3 && error instanceof ApiError && passing.has(error.code),
    },
  },
});

/** Forgets everything that was read, and who was signed in. */
export function forgetDesk(): void {
  deskQueries.removeQueries({ predicate: ({ queryKey }) => queryKey[1] !== meKey[1] });
  deskQueries.setQueryData(meKey, null);
}
