import type { Prover } from '@teahouse/client';
import { Piscina } from 'piscina';

/** A prover in threads of its own: what the town proves is a quarter of all that its one thread would have to do. */
export function openProvers(threads = 2): { readonly prover: Prover; close(): Promise<void> } {
  const pool = new Piscina({
    filename: new URL('./prover.worker.ts', import.meta.url).href,
    // Threads stay: each takes seconds to load its tables.
    ...{ minThreads: threads, maxThreads: threads },
  });
  return {
    prover: {
      commit: (seed) => pool.run(seed, { name: 'commit' }),
      checkCredential: (input) => pool.run(input, { name: 'checkCredential' }),
      present: (input) => pool.run(input, { name: 'present' }),
    },
    close: () => pool.destroy(),
  };
}
