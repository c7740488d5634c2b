import { msg } from '@lingui/core/macro';
import { logWords } from '../../log/words.ts';
import type { ErrorDictionary, ErrorWords } from '../../ui/error-words.ts';
import { orderRefusals } from './order-refusals.ts';
import { pictureWords } from './pictures/picture-words.ts';
import type { RefusalCode } from './refusals.ts';

// What else can go wrong has words of its own here.
const { internal: _own, ...ofPictures } = pictureWords;

/** Those have words at hand for every page (`ui/more-error-words.ts`, `log/words.ts`, pictures). */
type SaidElsewhere =
  | 'unknown-room'
  | 'unknown-thread'
  | 'invalid-input'
  | 'too-large'
  | 'not-found'
  | 'not-in-log'
  | 'picture-invalid'
  | 'picture-too-large'
  | `log-${string}`;

/** A refusal without words does not compile. */
const words: Readonly<Record<Exclude<RefusalCode, SaidElsewhere>, ErrorWords>> = {
  ...orderRefusals,
  'cookie-refused': {
    what: msg`The request carried a cookie, so talk closed the door.`,
    next: msg`An extension may add cookies: try a window without extensions. Your text stays here.`,
  },
  'room-closed': {
    what: msg`Only colleagues read this room, and its door has closed since.`,
    next: msg`Open the room again and show your credential for today, then send again.`,
  },
  'unknown-post': {
    what: msg`The post that you answer is not there any more.`,
    next: msg`Answer another post, or the thread itself.`,
  },
  'act-malformed': {
    what: msg`The server could not read what was sent.`,
    next: msg`Load the page anew and send again: the text stays here.`,
  },
  'act-too-long': {
    what: msg`The text is longer than 10,000 characters.`,
    next: msg`Copy your words, shorten them, and write the post anew.`,
  },
  'act-wrong-instance': {
    what: msg`This was made for another house or room.`,
    next: msg`Copy the text and write it here anew.`,
  },
  'act-signature': {
    what: msg`The signature does not belong to this mask.`,
    next: msg`Load the page anew and send again.`,
  },
  'body-mismatch': {
    what: msg`The text on the way was not the text that was signed.`,
    next: msg`Send it again. If it stays, something between you and the server changes what you send.`,
  },
  'prev-conflict': {
    what: msg`You changed this post elsewhere in the meantime.`,
    next: msg`Look at the present wording, then change it again.`,
  },
  'not-author': {
    what: msg`Only the mask that wrote a post can change it.`,
    next: msg`Write a reply instead.`,
  },
  'post-deleted': {
    what: msg`The post was taken back.`,
    next: msg`Answer another post, or the thread itself.`,
  },
  'alias-missing': { what: msg`Your mask has not entered this thread yet.`, next: msg`Send it again.` },
  'alias-mismatch': {
    what: msg`You wear a mask in this thread already, with another key or label.`,
    next: msg`Load the page anew: the mask you have there stays as it is.`,
  },
  'presentation-invalid': {
    what: msg`The proof did not hold.`,
    next: msg`Fetch your credential anew under “My papers”, then send again.`,
  },
  'epoch-stale': {
    what: msg`Your credential is of a month that no longer counts.`,
    next: msg`Fetch the new one under “My papers”, then send again.`,
  },
  'issuer-key-unknown': {
    what: msg`The credential bears a key that is not published.`,
    next: msg`Do not use it. Fetch it anew; if this stays, tell the operator in public.`,
  },
  'label-foreign': {
    what: msg`That label is not known in this room.`,
    next: msg`Choose a wider label and send again.`,
  },
  'label-below-floor': {
    what: msg`Too few people could have written this under that label.`,
    next: msg`Choose a wider label: among more people you are harder to find.`,
  },
  'ballot-closed': {
    what: msg`The vote is over.`,
    next: msg`What was said in the fourteen days stands; nothing can be added.`,
  },
  'ballot-foreign': {
    what: msg`This vote is for others.`,
    next: msg`It takes a credential of its company and of the month in which it was opened.`,
  },
  'ballot-unknown': {
    what: msg`There is nothing to vote on here any more.`,
    next: msg`Load the page anew: the post may have changed.`,
  },
  'token-invalid': {
    what: msg`The posting token is of a month that no longer counts.`,
    next: msg`Send again: another token is taken.`,
  },
  'token-spent': {
    what: msg`That posting token was used already.`,
    next: msg`Send again: another token is taken.`,
  },
  'token-count': { what: msg`The wrong number of posting tokens went along.`, next: msg`Send it again.` },
  'already-drawn': {
    what: msg`This week's tokens were drawn elsewhere.`,
    next: msg`New ones can be drawn next week.`,
  },
  'wrong-week': {
    what: msg`The device and the server disagree about the week.`,
    next: msg`Check the date of this device, then send again.`,
  },
  'tokens-out': {
    what: msg`No posting token is left this week.`,
    next: msg`New ones come on Monday. The text stays here until then.`,
  },
  'credential-missing': {
    what: msg`There is no credential on this device yet.`,
    next: msg`Under “My papers” you see what is still missing.`,
  },
  'label-unavailable': {
    what: msg`None of your credentials allows that label.`,
    next: msg`Choose another one and send again.`,
  },
  'text-invalid': {
    what: msg`The text is empty, too long, or holds hidden characters.`,
    next: msg`Look through it and send it again.`,
  },
  'title-invalid': {
    what: msg`The title is empty, too long, or holds hidden characters.`,
    next: msg`Copy your words, and open the thread anew under another title.`,
  },
  'body-invalid': {
    what: msg`Something in the post is not as it has to be: the poll, or a picture.`,
    next: msg`Copy your words, and write the post anew.`,
  },
  'edits-exhausted': {
    what: msg`This post was changed as often as a post can be.`,
    next: msg`Write a reply instead.`,
  },
  'picture-mismatch': {
    what: msg`The pictures on the way were not the pictures that were signed.`,
    next: msg`Send it again. If it stays, something between you and the server changes what you send.`,
  },
  'wallet-missing': {
    what: msg`The key of this device is gone.`,
    next: msg`Under “My papers” your 24 words bring it back. Copy your words before.`,
  },
  'credential-invalid': {
    what: msg`The credential that arrived does not hold.`,
    next: msg`Fetch it anew under “My papers”, then send again.`,
  },
  'signed-out': {
    what: msg`This month's credential could not be fetched: you are signed out on the named side.`,
    next: msg`Sign in under “My papers”, then send again.`,
  },
  'instance-changed': {
    what: msg`Another house than yours answers here.`,
    next: msg`Nothing was sent. Copy your words, and ask the operator by another way than this page.`,
  },
  'store-damaged': {
    what: msg`What this device kept can't be read any more.`,
    next: msg`Have it forget everything, then enter your 24 words: masks and tokens come back. Drafts and what was not sent yet are lost.`,
  },
};

/** Why talk, or this device, refused an act, and what its author can do. The text itself is never lost. */
export const refusalWords: ErrorDictionary = { ...logWords, ...ofPictures, ...words };
