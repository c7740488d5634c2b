import { parentPort, workerData } from 'node:worker_threads';
import { fingerprintOf, type Looked, loadModel, look, makeWindow } from '@teahouse/look';

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
export type ToLooker = { readonly id: number; readonly look: LookRequest } | { readonly keep: KeepRequest };
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

function lookAt({ text, room, slot }: LookRequest): Look {
  const fingerprint = fingerprintOf(text);
  const seen = window.see({ room, slot, fingerprint });
  return { ...look(text, { seen, model }), fingerprint: fingerprint ?? null };
}

port.on('message', (asked: ToLooker) => {
  if ('keep' in asked) return window.keep(asked.keep, asked.keep.held);
  try {
    port.postMessage({ id: asked.id, look: lookAt(asked.look) } satisfies FromLooker);
  } catch {
    port.postMessage({ id: asked.id, look: null } satisfies FromLooker);
  }
});
