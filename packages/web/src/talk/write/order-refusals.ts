import { msg } from '@lingui/core/macro';
import type { ErrorDictionary } from '../../ui/error-words.ts';

/**
 * Why order in the house refused something (safety.md), and what its author can do. Nobody else read it; but a token that
 * was once sent is never sent with other words (protocol.md 3).
 */
export const orderRefusals = {
  'look-threat': {
    what: msg`This reads as a threat, so it was not taken. Rule: threat.`,
    next: msg`Copy your words and say what is wrong without announcing harm to anybody. The token that went along is used up.`,
  },
  'look-personal-data': {
    what: msg`This gives somebody away: a phone or ID number, or who a mask is. It was not taken. Rule: personal data.`,
    next: msg`Copy your words, take out the number or the name, and say it anew. The token that went along is used up.`,
  },
  'look-known-picture': {
    what: msg`This picture was banned before.`,
    next: msg`Say it anew without it. If the ban is wrong, say so in an appeal of the post that it was banned with.`,
  },
  'look-malware': {
    what: msg`One of the pictures is a harmful file.`,
    next: msg`Say it anew without it, and have this device looked at.`,
  },
  'post-not-shown': {
    what: msg`The post is held back or was removed.`,
    next: msg`Nobody can answer or change it meanwhile. What was decided stands in the public log.`,
  },
  'thread-locked': {
    what: msg`The thread was locked: it can be read, not answered.`,
    next: msg`Copy your text if you want to keep it. Why it was locked stands in the public log.`,
  },
  'thread-slow': {
    what: msg`This thread is slowed down, and you spoke a moment ago.`,
    next: msg`Send again when the pause is over; the thread says how long it is.`,
  },
  'alias-banned': {
    what: msg`You may not write in this thread any more.`,
    next: msg`The decision is in your inbox, with its reason; you can appeal there. Other threads are open to you.`,
  },
  'already-reported': {
    what: msg`You reported this post before.`,
    next: msg`One report a person counts. A moderator decides.`,
  },
  'appeal-unknown': {
    what: msg`There is no such decision about your post.`,
    next: msg`It may have been taken back. Look through your inbox again.`,
  },
  'appeal-closed': {
    what: msg`This decision cannot be appealed against any more.`,
    next: msg`Either you did already, or its fourteen days are over.`,
  },
} as const satisfies ErrorDictionary;
