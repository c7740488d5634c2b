import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What happened, and what to do next. */
export interface ErrorWords {
  readonly what: MessageDescriptor;
  readonly next: MessageDescriptor;
}
export type ErrorDictionary = Readonly<Record<string, ErrorWords>>;

/** Words for what keeps a page from arriving, on hand before anything else is; further ones: more-error-words.ts. */
export const generalWords: ErrorDictionary = {
  offline: {
    what: msg`No answer from the server.`,
    next: msg`Check the connection. Whatever you wrote stays on this device.`,
  },
  busy: { what: msg`Too many are waiting at the counter.`, next: msg`It is tried again in a moment.` },
  unavailable: { what: msg`The database is away for a moment.`, next: msg`It is tried again shortly.` },
};

export const unexpected: ErrorWords = {
  what: msg`Something unexpected went wrong.`,
  next: msg`Try again. If it stays, load the page anew: nothing you wrote is lost.`,
};
