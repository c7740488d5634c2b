import type { ErrorTable } from '../common.ts';

/** What talk refuses, and why. The code is for programs and translations; the title for whoever reads the wire. */
export const talkErrors = {
  'cookie-refused': { status: 400, title: 'A request to talk may not carry a cookie or an authorization' },
  'unknown-room': { status: 404, title: 'There is no such room' },
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
  'token-invalid': { status: 403, title: 'The token is not signed by a key that counts' },
  'token-spent': { status: 409, title: 'The token was spent on another act' },
  'token-count': { status: 422, title: 'The act carries the wrong number of tokens' },
  'already-drawn': {
    status: 409,
    title: "This week's tokens were drawn already, with other blinded messages",
  },
  'wrong-week': { status: 409, title: 'Tokens are drawn for the present week only' },
} as const satisfies ErrorTable;
export type TalkErrorCode = keyof typeof talkErrors;
