import { commonErrors } from '@teahouse/contract/common';
import { talkErrors } from '@teahouse/contract/talk';
import { problems } from '@teahouse/kit/problem';

/** Every refusal of this plane: `throw refuse('token-spent')`. Never put a value of the request into `detail`. */
export const refuse = problems({ ...commonErrors, ...talkErrors });

/** The issuer's documents were never fetched, or a queue is full: the same request may succeed in a moment. */
export const tryLater = (code: 'busy' | 'unavailable', seconds = 2) =>
  refuse(code, { headers: { 'retry-after': String(seconds) } });
