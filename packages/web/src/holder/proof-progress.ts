import type { Prover } from '@teahouse/client';
import { useSyncExternalStore } from 'react';

let part: number | null = null;
const listeners = new Set<() => void>();
function set(value: number | null): void {
  part = value;
  for (const listener of listeners) listener();
}

/** The same prover, with what it is doing shown to whoever looks. */
export const observeProofs = (prover: Prover): Prover => ({
  ...prover,
  async present(input, onProgress) {
    set(0);
    try {
      return await prover.present(input, (done) => {
        set(done);
        onProgress?.(done);
      });
    } finally {
      set(null);
    }
  },
});

/** How far the proof that is being made has come, from 0 to 1; null while none is made. */
export const useProofPart = (): number | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => part,
  );
