import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Reaction, Verdict } from '@teahouse/contract/talk';

/** In the order of the screen, which is that of the tallies. */
export const reactionOrder: readonly Reaction[] = ['agree', 'hug', 'laugh', 'wow', 'angry'];
export const reactionWords: Record<Reaction, MessageDescriptor> = {
  agree: msg`Agree`,
  hug: msg`Hug`,
  laugh: msg`Laugh`,
  wow: msg`Wow`,
  angry: msg`Angry`,
};

export const verdictOrder: readonly Verdict[] = ['confirm', 'dispute', 'unknown'];
/** What a colleague can say of a claim. */
export const verdictWords: Record<Verdict, MessageDescriptor> = {
  confirm: msg`I can confirm it`,
  dispute: msg`I dispute it`,
  unknown: msg`I can't know`,
};
