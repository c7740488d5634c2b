import { parentPort, workerData } from 'node:worker_threads';
import { fingerprintOf, type Looked, loadModel, look, makeLessons, makeWindow } from '@teahouse/look';
import type { Taught } from './lesson.ts';

/** A text to look at, and where and when it would be said. */
export interface LookRequest {
  readonly text: string;
  readonly room: string;
  readonly slot: number;
}
/** A text that was written, for those to come. */
export interface KeepRequest {
  readonly room: string;
  readonly slot: number;
  readonly fingerprint: Uint8Array;
  /** Held as advertising. */
  readonly held: boolean;
}
export type ToLooker =
  | { readonly id: number; readonly look: LookRequest }
  | { readonly keep: KeepRequest }
  | { readonly taught: Taught };
export interface Look extends Looked {
  readonly fingerprint: Uint8Array | null;
}
export interface FromLooker {
  readonly id: number;
  /** Null where the look itself failed. */
  readonly look: Look | null;
}

const port = parentPort;
if (!port || workerData !== 'teahouse-look') throw new Error('look.worker runs as a worker thread only');
const model = loadModel();
const window = makeWindow();
const lessons = makeLessons();

function lookAt({ text, room, slot }: LookRequest): Look {
  const fingerprint = fingerprintOf(text);
  const seen = window.see({ room, slot, fingerprint });
  const removed = lessons.see({ room, slot, fingerprint });
  return { ...look(text, { seen, removed, model }), fingerprint: fingerprint ?? null };
}

const takeIn = (taught: Taught): void =>
  'learn' in taught ? lessons.learn(taught.learn) : lessons.unlearn(taught.unlearn);

port.on('message', (asked: ToLooker) => {
  if ('keep' in asked) return window.keep(asked.keep, asked.keep.held);
  if ('taught' in asked) return takeIn(asked.taught);
  try {
    port.postMessage({ id: asked.id, look: lookAt(asked.look) } satisfies FromLooker);
  } catch {
    port.postMessage({ id: asked.id, look: null } satisfies FromLooker);
  }
});
