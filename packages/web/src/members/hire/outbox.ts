import { ApiError } from '@teahouse/client/errors';
import type { Move, Moved } from '@teahouse/contract/members';

/** Moves that were made on the screen and are on their way. */
export interface Outbox {
  readonly subscribe: (changed: () => void) => () => void;
  readonly waiting: () => readonly (readonly Move[])[];
  readonly add: (moves: readonly Move[]) => void;
  /** What was refused last, until something is sent anew. */
  readonly refused: () => unknown;
}

interface OutboxOptions {
  readonly job: string;
  readonly send: (moves: Move[]) => Promise<Moved>;
  /** Before they leave the outbox, so that no card jumps back in between. */
  readonly onMoved: (moved: Moved) => void;
  readonly onRefused: (error: unknown) => void;
  /** How long it waits until it asks again, in milliseconds. */
  readonly pause?: number;
  /** Moves that leave at once. */
  readonly most: number;
}

/** What passes by itself: no answer, or a server that asks to wait. */
const passing = new Set(['offline', 'busy', 'unavailable', 'too-slow', 'too-many']);

/** Of one job, as this tab left it: ids and stages. The server looks at it as at all that comes. */
function kept(key: string): Move[][] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}

/**
 * Sends moves one after the other, as each names the version that the one before it made. They stand in the tab's storage
 * until they have arrived, so that a page that is loaded anew goes on with them; what arrived before counts once.
 */
export function createOutbox(i: OutboxOptions): Outbox {
  const key = `teahouse.hire.${i.job}`;
  const listeners = new Set<() => void>();
  let waiting: readonly (readonly Move[])[] = kept(key);
  let running = false;
  let refused: unknown;

  function refuse(error: unknown): void {
    refused = error;
    for (const changed of listeners) changed();
    i.onRefused(error);
  }

  function set(next: readonly (readonly Move[])[]): void {
    waiting = next;
    if (next.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(next));
    for (const changed of listeners) changed();
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (let batch = waiting[0]; batch; batch = waiting[0]) {
      try {
        const moved = await i.send([...batch]);
        i.onMoved(moved);
        set(without(waiting.slice(1), new Set(moved.missed.map(({ id }) => id))));
        if (moved.missed.length > 0) refuse(new ApiError('application-moved', { status: 409 }));
      } catch (error) {
        if (error instanceof ApiError && passing.has(error.code)) {
          await new Promise((resolve) => setTimeout(resolve, i.pause ?? 3000));
          continue;
        }
        // What follows was moved from where these would have been.
        set(without(waiting.slice(1), new Set(batch.map(({ application }) => application))));
        refuse(error);
      }
    }
    running = false;
  }

  void run();
  return {
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    waiting: () => waiting,
    refused: () => refused,
    add(moves) {
      if (moves.length === 0) return;
      refused = undefined;
      set([...waiting, ...batches(moves, i.most)]);
      void run();
    },
  };
}

/** As many as leave at once, and so on. */
export const batches = <T>(all: readonly T[], most: number): (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, n) => all.slice(n * most, (n + 1) * most));

const without = (waiting: readonly (readonly Move[])[], gone: ReadonlySet<string>) =>
  waiting
    .map((moves) => moves.filter(({ application }) => !gone.has(application)))
    .filter((moves) => moves.length > 0);
