import { msg } from '@lingui/core/macro';
import type { ErrorDictionary } from './error-words.ts';

/**
 * Words for the other codes that any page can meet; the halves add their own dictionaries. Fetched when one of them is
 * met: a server that refused something is there to be asked.
 */
export const moreWords: ErrorDictionary = {
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
