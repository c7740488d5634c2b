import type { Teahouse } from '@teahouse/client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { hasHolder } from './marker.ts';

let opening: Promise<Teahouse> | undefined;
let opened: Teahouse | null = null;

/** The device's wallet with its code, fetched when it is first asked for. */
function loadHolder(): Promise<Teahouse> {
  opening ??= import('./open-holder.ts')
    .then(({ openHolder }) => openHolder())
    .then(
      (client) => {
        opened = client;
        return client;
      },
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    );
  return opening;
}

/**
 * The holder, as soon as it is open. A device without a wallet does not load it unless `always` says so: who only
 * reads carries no cryptography.
 */
export function useHolder(always = false): Teahouse | null {
  const [client, setClient] = useState(opened);
  useEffect(() => {
    if (client || !(always || hasHolder())) return;
    let current = true;
    void loadHolder().then((loaded) => {
      if (current) setClient(loaded);
    });
    return () => {
      current = false;
    };
  }, [client, always]);
  return client;
}

interface Source<T> {
  subscribe(listener: () => void): () => void;
  snapshot(): T;
}

/** The present value of one of the holder's parts. */
export const useObserved = <T>(source: Source<T>): T =>
  useSyncExternalStore(source.subscribe, source.snapshot);
