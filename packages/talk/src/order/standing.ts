import { type Caution, type DecisionAction, PostState } from '@teahouse/contract/talk';

/** Place of each among `PostState`, as the tables keep it. */
export const stateOf = { shown: 0, held: 1, hidden: 2, removed: 3 } as const satisfies Record<
  PostState,
  number
>;
export type StateNumber = (typeof stateOf)[PostState];

/** The word for what the tables keep. Throws for a number that is no state. */
export const stateName = (state: number): PostState => PostState.parse(PostState.options[state]);

/** Whether the words of a row can be read by others. */
export const isShown = ({ state }: { readonly state: StateNumber }): boolean => state === stateOf.shown;

/** All that a decision can change of a post, its thread, its tokens and its case. */
export interface Standing {
  readonly state: StateNumber;
  readonly caution: Caution | null;
  readonly blurred: boolean;
  /** Of the thread. `slow`: slots between two posts of an alias. */
  readonly locked: boolean;
  readonly slow: number;
  /** Of the refund: waits for somebody; is not given back. */
  readonly held: boolean;
  readonly forfeited: boolean;
  /** Of the author: may not write in the thread any more. */
  readonly banned: boolean;
  /** Of the case: somebody has to look; somebody looked, and reports alone do not hide it again. */
  readonly open: boolean;
  readonly kept: boolean;
}
export type Change = Partial<Standing>;

const looked = { open: false, kept: true, held: false } as const;
const removed = { state: stateOf.removed, open: false, kept: false, held: false, forfeited: true } as const;
const waiting = { open: true, held: true } as const;

/** What an action leads to. `restore` and `uphold` answer an appeal and are not here: see `reversalOf`. */
export function effectOf(
  action: Exclude<DecisionAction, 'restore' | 'uphold'>,
  { caution, slow }: { readonly caution: Caution | null; readonly slow: number | null },
): Change {
  switch (action) {
    case 'hold':
      return { ...waiting, state: stateOf.held };
    case 'hide':
      return { ...waiting, state: stateOf.hidden };
    case 'keep':
      return { ...looked, state: stateOf.shown, forfeited: false };
    case 'caution':
      return { ...looked, state: stateOf.shown, caution };
    case 'blur':
      return { ...looked, state: stateOf.shown, blurred: true };
    case 'forfeit':
      return { ...looked, state: stateOf.shown, forfeited: true };
    case 'remove':
    case 'ban-picture':
      return removed;
    // Of the thread or of the person: the case stays as it is, somebody still has to say what becomes of the post.
    case 'lock':
      return { locked: true };
    // Of what the company said: the post stays as it is.
    case 'remove-answer':
      return {};
    case 'unlock':
      return { locked: false };
    case 'slow':
      return { slow: slow ?? 0 };
    case 'ban':
      return { banned: true };
  }
}

/** Against what an author can appeal: what a person decided about the post or its author. */
export const isAppealable = (action: DecisionAction): boolean => action in reversals;

const back = { ...looked, state: stateOf.shown, forfeited: false } as const;
const reversals: Partial<Record<DecisionAction, (before: Change) => Change>> = {
  remove: () => back,
  'ban-picture': () => back,
  caution: ({ caution = null }) => ({ caution }),
  blur: ({ blurred = false }) => ({ blurred }),
  forfeit: () => ({ forfeited: false }),
  ban: () => ({ banned: false }),
};

/** What a granted appeal leads to, given how it stood before the decision. */
export const reversalOf = (action: DecisionAction, before: Change): Change =>
  reversals[action]?.(before) ?? {};

/** Those parts of how it stands that a change would touch. */
export function partsOf(standing: Standing, change: Change): Change {
  const touched = Object.entries(standing).filter(([name]) => name in change);
  return Object.fromEntries(touched);
}
