import { msg } from '@lingui/core/macro';
import type { ErrorDictionary } from '../../ui/error-words.ts';
import { memberWords } from '../error-words.ts';

const personUnknown = {
  what: msg`There is no such member, or no page that you may see.`,
  next: msg`Look at the address once more. Some pages open only to members who are signed in.`,
};

/** What profiles and the network refuse, and what to do then. */
export const peopleWords: ErrorDictionary = {
  ...memberWords,
  'person-unknown': personUnknown,
  'profile-stale': {
    what: msg`This part was changed elsewhere since you opened it.`,
    next: msg`Nothing is lost: what you wrote is still here, and what stands there now is shown below it.`,
  },
  'handle-taken': { what: msg`This address belongs to another member.`, next: msg`Choose another address.` },
  'employment-not-yours': {
    what: msg`This is not a verified employer of yours.`,
    next: msg`Load the page anew, and choose one of your own.`,
  },
  'photo-not-square': {
    what: msg`The photo did not come out square.`,
    next: msg`Choose the picture once more and cut it here.`,
  },
  'picture-invalid': {
    what: msg`This is no picture that can be shown.`,
    next: msg`Take a photo as JPEG, PNG or WebP.`,
  },
  'picture-unknown': { what: msg`The picture did not stay.`, next: msg`Choose it once more.` },
  'picture-drafts': {
    what: msg`Too many pictures are waiting to be used.`,
    next: msg`Wait until tomorrow: then they are gone.`,
  },
  'not-with-yourself': { what: msg`That is you.`, next: msg`Choose somebody else.` },
  'request-unknown': {
    what: msg`The request is not there any more.`,
    next: msg`It may have been taken back. Load the page anew.`,
  },
  'requests-open': {
    what: msg`Two hundred of your requests wait for an answer.`,
    next: msg`Take some of them back under “Sent”, then ask again.`,
  },
  'requests-today': { what: msg`Fifty requests are enough for one day.`, next: msg`Go on tomorrow.` },
  'connections-full': {
    what: msg`One of you has as many connections as there can be.`,
    next: msg`You can follow each other instead.`,
  },
  'following-full': {
    what: msg`You follow as many members as one can.`,
    next: msg`Leave some of them first.`,
  },
  'blocks-full': {
    what: msg`You have blocked as many members as one can.`,
    next: msg`Take some blocks back first.`,
  },
};

/** On a member's page: an address that can be nobody's leads nowhere, like one that is nobody's. */
export const personWords: ErrorDictionary = { ...peopleWords, 'invalid-input': personUnknown };
