/// <reference lib="webworker" />
import { stretch } from '@teahouse/client/wallet/lock/stretch';
import type { StretchCall } from './stretch-wire.ts';

/** Argon2id away from the thread that draws. It takes one call, and is thrown away with its memory. */
addEventListener('message', async ({ data }: MessageEvent<StretchCall>) => {
  postMessage(await stretch(data.passphrase, data.salt, data.cost));
});
