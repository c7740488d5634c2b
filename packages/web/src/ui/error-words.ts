import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What happened, and what to do next. */
export interface ErrorWords {
  readonly what: MessageDescriptor;
  readonly next: MessageDescriptor;
}
export type ErrorDictionary = Readonly<Record<string, ErrorWords>>;

/** Words for the codes that any page can meet; the halves add their own dictionaries. */
export const generalWords: ErrorDictionary = {
  offline: {
    what: msg`No answer from the server.`,
    next: msg`Check the connection. Whatever you wrote stays on this device.`,
  },
  busy: { what: msg`Too many are waiting at the counter.`, next: msg`It is tried again in a moment.` },
  unavailable: { what: msg`The database is away for a moment.`, next: msg`It is tried again shortly.` },
  'storage-full': {
    what: msg`The server has no room left to write.`,
    next: msg`It is tried again by itself. Whatever you wrote stays on this device.`,
  },
  'too-slow': {
    what: msg`The request took too long to arrive.`,
    next: msg`Try again with a better connection.`,
  },
  'too-many': { what: msg`Too many attempts.`, next: msg`Wait a few minutes, then try again.` },
  'too-large': { what: msg`That was larger than the limit.`, next: msg`Shorten it and send it again.` },
  'invalid-input': {
    what: msg`The server did not understand a field.`,
    next: msg`Look through what you entered and send it again.`,
  },
  'not-found': { what: msg`There is nothing here.`, next: msg`Perhaps the address was cut off.` },
  'unknown-room': { what: msg`There is no such room.`, next: msg`Choose one from the list of rooms.` },
  'unknown-thread': {
    what: msg`There is no such thread in this room.`,
    next: msg`Perhaps its address was cut off on the way.`,
  },
};

export const unexpected: ErrorWords = {
  what: msg`Something unexpected went wrong.`,
  next: msg`Try again. If it stays, load the page anew: nothing you wrote is lost.`,
};
