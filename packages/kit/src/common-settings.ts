import { z } from 'zod';
import { parseListen } from './serve.ts';

function isListen(word: string): boolean {
  try {
    parseListen(word);
    return true;
  } catch {
    return false;
  }
}

/** Where something listens. */
export const listenSetting = () => z.string().refine(isListen, 'host:port or the path of a socket');

export const drainSeconds = () =>
  z.coerce
    .number()
    .min(0)
    .max(300)
    .default(0)
    .describe(
      'seconds between `ready` saying 503 and the end of listening, at SIGTERM; twice the period in which your proxy looks, 0 without one',
    );

export const metricsListen = () =>
  listenSetting()
    .optional()
    .describe(
      'where this process shows its numbers to Prometheus at `/metrics`, such as `127.0.0.1:9464`; of several processes each takes the next port',
    );
