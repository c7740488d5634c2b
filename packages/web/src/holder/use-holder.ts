import type { Teahouse } from '@teahouse/client';
import { useEffect, useSyncExternalStore } from 'react';
import { hasHolder } from './marker.ts';

let opening: Promise<Teahouse> | undefined;
let opened: Teahouse | null = null;
const listeners = new Set<() => void>();

/** The device's wallet with its code, fetched when it is first asked for. */
function loadHolder(): Promise<Teahouse> {
  opening ??= import('./open-holder.ts')
    .then(({ openHolder }) => openHolder())
    .then(
      (client) => {
        opened = client;
        for (const listener of [...listeners]) listener();
        return client;
      },
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    );
  return opening;
}

/** The holder, once something has opened it: looks on, and loads nothing. */
export const useOpenedHolder = (): Teahouse | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => opened,
  );

/**
 * The holder, as soon as it is open. A device without a wallet does not load it unless `always` says so: who only
 * reads carries no cryptography.
 */
export function useHolder(always = false): Teahouse | null {
  const client = useOpenedHolder();
  useEffect(() => {
    if (!client && (always || hasHolder())) void loadHolder();
  }, [client, always]);
  return client;
}

/** Whether this page has a wallet in its hands just now: not before it is opened, and not while it is locked. */
export function useWalletHere(): boolean {
  const client = useOpenedHolder();
  return useSyncExternalStore(
    (listener) => client?.wallet.subscribe(listener) ?? (() => undefined),
    () => client?.wallet.snapshot().exists ?? false,
  );
}

interface Source<T> {
  subscribe(listener: () => void): () => void;
  snapshot(): T;
}

/** The present value of one of the holder's parts. */
export const useObserved = <T>(source: Source<T>): T =>
  useSyncExternalStore(source.subscribe, source.snapshot);
