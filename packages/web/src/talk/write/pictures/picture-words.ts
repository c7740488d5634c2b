import { msg } from '@lingui/core/macro';
import type { ErrorDictionary } from '../../../ui/error-words.ts';

/** Why a file did not become a picture, or the server refused one. */
export const pictureWords: ErrorDictionary = {
  'picture-kind': {
    what: msg`This browser cannot open that kind of picture.`,
    next: msg`Save it as JPEG or PNG, or take a screenshot of it, and add that.`,
  },
  'picture-too-large': {
    what: msg`The picture is larger than 40 MB or 64 megapixels.`,
    next: msg`Make it smaller first; a screenshot of it is enough for reading.`,
  },
  'picture-unreadable': {
    what: msg`The file is damaged, or could not be read.`,
    next: msg`Open it in another program and save it anew, then add it again.`,
  },
  'picture-altered': {
    what: msg`Your browser alters what pages read from pictures.`,
    next: msg`That would ruin the picture or leave a trace in it. Allow this site to read canvas data, or post without a picture.`,
  },
  'picture-twice': {
    what: msg`That picture is in this post already.`,
    next: msg`Choose another one.`,
  },
  'picture-count': {
    what: msg`A post has room for four pictures.`,
    next: msg`Remove one before you add another.`,
  },
  'picture-invalid': {
    what: msg`The server could not read a picture.`,
    next: msg`Remove it, add it again and send once more.`,
  },
  internal: {
    what: msg`The picture could not be prepared.`,
    next: msg`Perhaps this device ran short of memory: close other tabs, or make the picture smaller.`,
  },
};
