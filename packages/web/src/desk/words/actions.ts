import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CaseView, Decide, Role } from '@teahouse/contract/desk';

export type Action = Decide['action'];

/** One thing that can be decided, with the key that picks it. */
export interface Choice {
  readonly action: Action;
  readonly key: string;
  readonly label: MessageDescriptor;
  /** What it does, to whom. */
  readonly hint: MessageDescriptor;
  /** Why it can't be chosen here; absent where it can. */
  readonly unfit?: MessageDescriptor;
}

const seniors: readonly Role[] = ['senior', 'admin'];
const needsSenior = msg`Takes a senior moderator.`;

/** Only of a thread under which a company said something. */
const answerChoice = (answer: CaseView['answer']): Choice => ({
  action: 'remove-answer',
  key: '0',
  label: msg`Remove the official answer`,
  hint: msg`The company's words go, the thread stays. The company may give another answer.`,
  ...(answer.at(-1)?.removed ? { unfit: msg`It is removed already.` } : {}),
});

/** All that can be decided about a case, in the order of their keys. */
export function choicesFor({ case: it, thread, banned, answer }: CaseView, role: Role): readonly Choice[] {
  const isSenior = seniors.includes(role);
  const locking: Choice = thread.order.locked
    ? {
        action: 'unlock',
        key: '5',
        label: msg`Unlock the thread`,
        hint: msg`It can be answered again.`,
        ...(isSenior ? {} : { unfit: needsSenior }),
      }
    : { action: 'lock', key: '5', label: msg`Lock the thread`, hint: msg`Nobody can answer in it any more.` };
  return [
    { action: 'keep', key: '1', label: msg`Keep it`, hint: msg`Breaks no rule. It stays, or comes back.` },
    {
      action: 'remove',
      key: '2',
      label: msg`Remove it`,
      hint: msg`A tombstone with the reason stays. The author can appeal for 14 days.`,
      ...(it.state === 'removed' ? { unfit: msg`It is removed already.` } : {}),
    },
    {
      action: 'blur',
      key: '3',
      label: msg`Blur the pictures`,
      hint: msg`Readers see them after a tap.`,
      ...(it.pictures === 0 ? { unfit: msg`It has no pictures.` } : {}),
    },
    {
      action: 'caution',
      key: '4',
      label: msg`Put a label on it`,
      hint: msg`It stays, with a word of caution.`,
    },
    locking,
    {
      action: 'slow',
      key: '6',
      label: msg`Slow the thread down`,
      hint: msg`Minutes between two posts of an alias.`,
    },
    {
      action: 'forfeit',
      key: '7',
      label: msg`Keep it, and its tokens`,
      hint: msg`It stays; its tokens are not given back.`,
    },
    {
      action: 'ban',
      key: '8',
      label: msg`Ban from this thread`,
      hint: msg`This alias writes nothing more here. Other threads know nothing of it.`,
      ...(banned ? { unfit: msg`It is banned already.` } : {}),
    },
    {
      action: 'ban-picture',
      key: '9',
      label: msg`Remove, and ban its pictures`,
      hint: msg`The same pictures are refused from now on, in every room.`,
      ...(it.pictures === 0 ? { unfit: msg`It has no pictures.` } : isSenior ? {} : { unfit: needsSenior }),
    },
    ...(answer.length > 0 ? [answerChoice(answer)] : []),
  ];
}
