import { msg } from '@lingui/core/macro';
import type { ErrorDictionary } from '../../ui/error-words.ts';
import { memberWords } from '../error-words.ts';

const postUnknown = {
  what: msg`This post is not here.`,
  next: msg`It was deleted, or it is for connections of its author alone.`,
};

/** What the feed refuses, and what to do then. */
export const feedWords: ErrorDictionary = {
  ...memberWords,
  'post-unknown': postUnknown,
  'post-empty': { what: msg`There is nothing to post yet.`, next: msg`Write something, or add a picture.` },
  'post-not-yours': { what: msg`Only its author can do that.`, next: msg`Load the page anew.` },
  'share-closed': {
    what: msg`This post is for connections of its author.`,
    next: msg`It stays among them, and can not be shared.`,
  },
  'comment-unknown': { what: msg`This comment is gone.`, next: msg`Load the page anew.` },
  'member-unknown': { what: msg`There is no such member.`, next: msg`Load the page anew.` },
  'link-refused': {
    what: msg`This address can not be opened from here.`,
    next: msg`Take a link to a public page, or leave it out.`,
  },
  'cursor-invalid': { what: msg`The list has changed.`, next: msg`Load the page anew.` },
  'picture-invalid': {
    what: msg`This is no picture that can be shown.`,
    next: msg`Take a photo as JPEG, PNG or WebP.`,
  },
  'picture-unknown': { what: msg`The picture did not stay.`, next: msg`Choose it once more.` },
  'picture-drafts': {
    what: msg`Too many pictures are waiting to be used.`,
    next: msg`Wait until tomorrow: then they are gone.`,
  },
  'too-many': { what: msg`That was a lot at once.`, next: msg`Go on a little later.` },
};

/** On a post's own page: an address that can be none leads nowhere, like that of a post that is gone. */
export const postWords: ErrorDictionary = { ...feedWords, 'invalid-input': postUnknown };
