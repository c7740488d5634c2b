import { ApiError } from '@teahouse/client/errors';
import { useEffect, useSyncExternalStore } from 'react';

/** What a page has of something that it reads. */
export interface Read<T> {
  readonly data: T | undefined;
  readonly error: unknown;
}

/**
 * Something of talk that pages read, kept in memory for as long as the tab lives. It stands in the place of a query
 * library on the pages that a visitor opens first, because of their budget (docs/decisions/0005).
 */
export interface Reading<T> {
  subscribe(listener: () => void): () => void;
  /** The same object until something changed. */
  snapshot(): Read<T>;
  /** Reads, unless what is here is fresh enough. */
  load(): Promise<void>;
  /** Reads in any case; what is here stays on the screen meanwhile. */
  refresh(): Promise<void>;
  /** Changes what is here; nothing happens where nothing is. */
  update(change: (data: T) => T): void;
}

interface Options<T> {
  /** Gets what was here before, for lists that grew in the meantime. */
  readonly read: (before: T | undefined) => Promise<T>;
  /** Milliseconds for which what was read counts as fresh. */
  readonly fresh?: number;
  /** Milliseconds before each further try, where the reason may pass by itself. */
  readonly pauses?: readonly number[];
  readonly now?: () => number;
}

/** Only what may pass by itself is tried again: no answer, or a server that asks to wait. */
const passing = new Set(['offline', 'busy', 'unavailable', 'too-slow']);
const mayPass = (error: unknown): boolean => error instanceof ApiError && passing.has(error.code);
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function persistently<T>(read: () => Promise<T>, pauses: readonly number[]): Promise<T> {
  for (const pause of pauses) {
    try {
      return await read();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await wait(pause);
    }
  }
  return read();
}

export function createReading<T>(options: Options<T>): Reading<T> {
  const { read, fresh = 30_000, pauses = [1000, 3000], now = Date.now } = options;
  const listeners = new Set<() => void>();
  let state: Read<T> = { data: undefined, error: undefined };
  let readAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;

  function set(next: Read<T>): void {
    state = next;
    for (const listener of [...listeners]) listener();
  }
  async function run(): Promise<void> {
    try {
      const data = await persistently(() => read(state.data), pauses);
      readAt = now();
      set({ data, error: undefined });
    } catch (error) {
      set({ data: state.data, error });
    } finally {
      running = undefined;
    }
  }
  const refresh = () => {
    running ??= run();
    return running;
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => state,
    refresh,
    load: () => (now() - readAt < fresh ? Promise.resolve() : refresh()),
    update: (change) => {
      if (state.data !== undefined) set({ ...state, data: change(state.data) });
    },
  };
}

export interface Readings<T> {
  (key: string): Reading<T>;
  /** Lets go of those whose key fits. */
  drop(fits: (key: string) => boolean): void;
}

/** One reading for each key; the oldest are let go when there are many. */
export function createReadings<T>(create: (key: string) => Reading<T>, most = 60): Readings<T> {
  const kept = new Map<string, Reading<T>>();
  const readingOf = (key: string) => {
    const reading = kept.get(key) ?? create(key);
    kept.delete(key);
    kept.set(key, reading);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return reading;
  };
  const drop = (fits: (key: string) => boolean) => {
    for (const key of [...kept.keys()]) if (fits(key)) kept.delete(key);
  };
  return Object.assign(readingOf, { drop });
}

/** What a page has of it; asks for it when the page is shown. */
export function useReading<T>(reading: Reading<T>): Read<T> {
  useEffect(() => {
    void reading.load();
  }, [reading]);
  return useSyncExternalStore(reading.subscribe, reading.snapshot);
}
