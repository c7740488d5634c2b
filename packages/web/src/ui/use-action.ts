import { ApiError } from '@teahouse/client/errors';
import { useState } from 'react';

/** A call started by a person: pending, or what went wrong. */
export function useAction<A extends unknown[]>(action: (...args: A) => Promise<void>) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  return {
    pending,
    error,
    code: error instanceof ApiError ? error.code : undefined,
    setError,
    run: async (...args: A) => {
      if (pending) return;
      setPending(true);
      setError(undefined);
      try {
        await action(...args);
      } catch (thrown) {
        setError(thrown);
      } finally {
        setPending(false);
      }
    },
  };
}
