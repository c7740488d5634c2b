import type { ErrorTable } from '../common.ts';
import { officialErrors } from './official/errors.ts';

/** What order in the house refuses (safety.md): first look, decisions, reports, appeals. */
export const orderErrors = {
  'look-threat': { status: 422, title: 'The post plainly threatens somebody' },
  'look-personal-data': { status: 422, title: 'The post holds personal data: a number, or who somebody is' },
  'look-known-picture': { status: 422, title: 'A picture was banned before' },
  'look-malware': { status: 422, title: 'A picture is a harmful file' },
  'post-not-shown': { status: 409, title: 'The post is held back or was removed' },
  'thread-locked': { status: 409, title: 'The thread is locked: it can be read, not answered' },
  'thread-slow': { status: 429, title: 'The thread is in slow mode: this alias has to wait' },
  'alias-banned': { status: 403, title: 'This person may not write in this thread any more' },
  'already-reported': { status: 409, title: 'This person reported the post before' },
  'appeal-unknown': { status: 404, title: 'There is no such decision about this post' },
  'appeal-closed': { status: 409, title: 'The decision was appealed against already, or too long ago' },
} as const satisfies ErrorTable;

/** What talk refuses, and why. The code is for programs and translations; the title for whoever reads the wire. */
export const talkErrors = {
  'cookie-refused': { status: 400, title: 'A request to talk may not carry a cookie or an authorization' },
  'unknown-room': { status: 404, title: 'There is no such room' },
  'room-closed': {
    status: 403,
    title: 'This room is read by colleagues only: show the credential for the day',
  },
  'wrong-day': { status: 409, title: 'A room is entered for the present day only' },
  'unknown-thread': { status: 404, title: 'There is no such thread in this room' },
  'proof-not-yet': { status: 409, title: 'The act is not in the log yet; its proof is ready soon' },
  'proof-gone': { status: 410, title: 'The words were deleted, so nothing of them can be shown' },
  'unknown-post': { status: 404, title: 'There is no such post in this thread' },
  'act-malformed': { status: 422, title: 'The act is not in canonical form' },
  'act-too-long': { status: 413, title: 'The text is longer than the limit' },
  'act-wrong-instance': { status: 422, title: 'The act was made for another instance or room' },
  'act-signature': { status: 403, title: 'The signature does not belong to this act and alias' },
  'body-mismatch': { status: 422, title: 'The text differs from what was signed' },
  'prev-conflict': { status: 409, title: 'This was changed since, or the same edit was sent before' },
  'edits-exhausted': { status: 409, title: 'The post was edited as often as it can be' },
  'not-author': { status: 403, title: 'Only the alias that wrote a post can change it' },
  'post-deleted': { status: 410, title: 'The post was deleted' },
  'alias-missing': { status: 403, title: 'This alias has not entered the thread yet' },
  'alias-mismatch': {
    status: 409,
    title: 'This person has an alias in the thread already, with another key or label',
  },
  'presentation-invalid': { status: 403, title: 'The proof does not hold' },
  'epoch-stale': { status: 403, title: 'The credential is of an epoch that no longer counts' },
  'issuer-key-unknown': { status: 403, title: 'The credential was issued with a key that is not published' },
  'label-foreign': {
    status: 403,
    title: 'The label names something that is not in the directory, or not for this room',
  },
  'label-below-floor': { status: 409, title: 'Too few people could have written this under that label' },
  'ballot-closed': { status: 409, title: 'The ballot is closed' },
  'ballot-foreign': { status: 403, title: 'This ballot is for others: another month, or colleagues only' },
  'ballot-unknown': { status: 422, title: 'There is nothing to vote on here, or no such choice' },
  'picture-invalid': { status: 422, title: 'A picture is not in the one form that is taken' },
  'picture-too-large': { status: 413, title: 'A picture is larger than the limit' },
  'picture-mismatch': { status: 422, title: 'The pictures differ from those that were signed' },
  'unknown-picture': { status: 404, title: 'There is no such picture in this room' },
  'search-empty': { status: 422, title: 'There is no word to look for in the question' },
  ...orderErrors,
  ...officialErrors,
  'token-invalid': { status: 403, title: 'The token is not signed by a key that counts' },
  'token-spent': { status: 409, title: 'The token was spent on another act' },
  'token-count': { status: 422, title: 'The act carries the wrong number of tokens' },
  'already-drawn': {
    status: 409,
    title: 'The tokens of this week were drawn already, with other blinded messages',
  },
  'wrong-week': { status: 409, title: 'Tokens are drawn for the present week and the one before' },
} as const satisfies ErrorTable;
export type TalkErrorCode = keyof typeof talkErrors;
