/// <reference lib="webworker" />
import { findHints } from './find-hints.ts';
import type { FindCall, FindReply } from './wire.ts';

/** The rules, away from the thread that draws: the first run compiles hundreds of patterns. Makes no request. */
addEventListener('message', ({ data }: MessageEvent<FindCall>) => {
  const found = data.texts.map((text) => findHints(text, data.context));
  postMessage({ id: data.id, found } satisfies FindReply);
});
