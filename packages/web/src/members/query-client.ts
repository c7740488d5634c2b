import { QueryClient } from '@tanstack/react-query';
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
