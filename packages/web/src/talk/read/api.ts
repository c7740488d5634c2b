import { createTalkCaller } from '@teahouse/client/call';

/**
 * Calls to talk for everyone who reads: no cookie, no referrer, no wallet. The browser asks whether what it has is
 * still right (an ETag, most often a 304): a page that was just told of a new post must not be given the old one.
 */
export const talk = createTalkCaller('', (input, init) => fetch(input, { ...init, cache: 'no-cache' }));
