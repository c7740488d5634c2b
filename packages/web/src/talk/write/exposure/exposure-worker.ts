/// <reference lib="webworker" />
import { findHints } from './find-hints.ts';
import type { FindCall, FindReply } from './wire.ts';

/** Three times as large as the hints: fetched when somebody has begun to write, and there when it is sent. */
const rules = () => import('./would-refuse.ts');

/** The rules, away from the thread that draws: the first run compiles hundreds of patterns. Asks nobody anything. */
addEventListener('message', async ({ data: { id, texts, context, refusal } }: MessageEvent<FindCall>) => {
  const found = texts.map((text) => findHints(text, context));
  const refused = refusal ? (await rules()).wouldRefuse(texts) : null;
  postMessage({ id, found, refused } satisfies FindReply);
  void rules();
});
