import { keyFingerprint } from '@teahouse/proof/fingerprint';
import type { Plane } from '@teahouse/protocol/record';
import { createCell, type Observable } from '../observable.ts';
import { type LogEvidence, type LogMemory, largestHead, type StopCode } from './memory.ts';

/** What this device knows of a log. */
export interface LogView {
  readonly origin: string;
  /** The pinned key, in the form of C2SP signed-note. */
  readonly key: string;
  /** Of that key, to be compared by people. */
  readonly fingerprint: string;
  /** Entries under the newest checkpoint that was seen. */
  readonly size: number;
  /** Witnesses that signed that checkpoint. */
  readonly witnesses: readonly { readonly name: string; readonly time: Date }[];
}
export type LogsState =
  | { readonly name: 'ok' }
  | { readonly name: 'stopped'; readonly code: StopCode; readonly plane: Plane };
export interface LogsSnapshot {
  /** null before the log was first read. */
  readonly issuer: LogView | null;
  readonly talk: LogView | null;
  readonly state: LogsState;
}

export interface Logs extends Observable<LogsSnapshot> {
  /** Both texts of each time that the client stopped, oldest first; kept until `forget`. */
  evidence(): Promise<readonly LogEvidence[]>;
  /**
   * The person has read why the client stopped: it goes on by what it remembers, and stops again if that is still
   * not what it is shown. `trustAnew` forgets key and checkpoints of the plane it stopped for, and pins what comes next.
   */
  acknowledge(options?: { readonly trustAnew?: boolean }): Promise<void>;
  /** Reads the Store anew. */
  load(): Promise<void>;
}

async function viewOf(memory: LogMemory, plane: Plane): Promise<LogView | null> {
  const [pin, head] = await Promise.all([memory.pin(plane), largestHead(memory, plane)]);
  if (!pin) return null;
  return {
    origin: pin.origin,
    key: pin.key,
    fingerprint: keyFingerprint(pin.key),
    size: head?.size ?? 0,
    witnesses: (head?.witnesses ?? []).map(({ name, time }) => ({ name, time: new Date(time * 1000) })),
  };
}

/** The logs as a screen shows them. */
export async function createLogs(memory: LogMemory): Promise<Logs> {
  const cell = createCell<LogsSnapshot>({ issuer: null, talk: null, state: { name: 'ok' } });
  async function load(): Promise<void> {
    const [issuer, talk, stop] = await Promise.all([
      viewOf(memory, 'issuer'),
      viewOf(memory, 'talk'),
      memory.stopped(),
    ]);
    const state = stop
      ? ({ name: 'stopped', code: stop.code, plane: stop.plane } as const)
      : ({ name: 'ok' } as const);
    const next = { issuer, talk, state };
    if (JSON.stringify(next) !== JSON.stringify(cell.snapshot())) cell.set(next);
  }
  await load();
  return {
    subscribe: cell.subscribe,
    snapshot: cell.snapshot,
    load,
    evidence: memory.evidence,
    async acknowledge({ trustAnew = false } = {}) {
      const stop = await memory.stopped();
      await memory.resume(trustAnew ? stop?.plane : undefined);
      await load();
    },
  };
}
