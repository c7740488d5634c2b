import type { LiveEvent } from '@teahouse/contract/talk';
import type { TalkCaller } from '../call.ts';
import { ApiError } from '../errors.ts';

export interface WatchOptions {
  readonly room: string;
  readonly thread?: string;
}
export type WatchState = 'open' | 'lost';

/** Splits a server-sent stream into the `data` of its events (WHATWG HTML 9.2.6; ids and names are not used). */
export async function* eventData(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    const events = rest.split(/\r?\n\r?\n/);
    rest = events.pop() ?? '';
    for (const event of events) {
      const data = event.split(/\r?\n/).filter((line) => line.startsWith('data:'));
      if (data.length > 0) yield data.map((line) => line.slice(5).replace(/^ /, '')).join('\n');
    }
  }
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * Live events of a room or a thread until the returned function is called. Over `fetch`, as `EventSource`
 * would send cookies. After a loss it comes back by itself; what happened in between is for the page to load anew
 * when it hears `open` again.
 */
export function watch(
  talk: TalkCaller,
  { room, thread }: WatchOptions,
  onEvent: (event: LiveEvent) => void,
  onState: (state: WatchState) => void = () => undefined,
): () => void {
  const control = new AbortController();
  const { signal } = control;
  const open = () =>
    thread === undefined
      ? talk.roomEvents({ params: { room } }, { signal })
      : talk.threadEvents({ params: { room, thread } }, { signal });
  const listen = async () => {
    for (let wait = 1000; !signal.aborted; wait = Math.min(wait * 2, 30_000)) {
      try {
        const response = await open();
        onState('open');
        wait = 500;
        for await (const data of eventData(chunksOf(response))) {
          if (signal.aborted) return;
          if (data.startsWith('{')) onEvent(JSON.parse(data) as LiveEvent);
        }
      } catch (error) {
        if (signal.aborted) return;
        // The thread or room is not there, or closed to us: no use in trying again.
        if (error instanceof ApiError && (error.status === 404 || error.code === 'room-closed'))
          return onState('lost');
      }
      if (signal.aborted) return;
      onState('lost');
      await pause(wait, signal);
    }
  };
  void listen();
  return () => control.abort();
}
