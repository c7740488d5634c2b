import { createClient, type Teahouse } from '@teahouse/client';
import { browserStore } from '../crypto/store.ts';
import { createWorkerProver } from '../crypto/worker-prover.ts';
import { markHolder } from './marker.ts';
import { observeProofs } from './proof-progress.ts';

/** The wallet of this device with everything that works on it. One for the page's life. */
export async function openHolder(): Promise<Teahouse> {
  const client = await createClient({
    membersBase: '',
    talkBase: '',
    store: browserStore(),
    prover: observeProofs(createWorkerProver()),
    clock: { now: () => new Date() },
    // As on the reading pages: what the browser kept is asked after, never taken on trust.
    fetch: (input, init) => fetch(input, { ...init, cache: 'no-cache' }),
    rng: (length) => crypto.getRandomValues(new Uint8Array(length)),
    // Two tabs share the store: one at a time draws tokens and sends.
    lock: async (task) => await navigator.locks.request('teahouse', task),
  });
  const mark = () => markHolder(client.wallet.snapshot().exists);
  mark();
  client.wallet.subscribe(mark);
  client.start();
  return client;
}
