import { createTalkCaller } from '@teahouse/client/call';
import { withInsideKeys } from '../inside/keys.ts';

/**
 * Calls to talk for everyone who reads: no cookie, no referrer, no wallet; of a room for colleagues that was entered, its
 * key, which is the same for all of them. The browser asks whether what it has is
 * still right (an ETag, most often a 304): a page that was just told of a new post must not be given the old one.
 */
export const talk = createTalkCaller(
  '',
  withInsideKeys((input, init) => fetch(input, { cache: 'no-cache', ...init })),
);
