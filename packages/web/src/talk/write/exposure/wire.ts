import type { Refusal } from '@teahouse/look/refusal';
import type { ExposureContext, Hint } from './types.ts';

/** Between the page and the worker with the rules. */
export interface FindCall {
  readonly id: number;
  readonly texts: readonly string[];
  readonly context: ExposureContext;
  /** Also whether the house would refuse the texts together; asked before sending alone. */
  readonly refusal: boolean;
}
/** That the house would refuse the words, for what, and the words that it is about. */
export interface WouldRefuse {
  readonly refusal: Refusal;
  readonly words: string;
}
export interface FindReply {
  readonly id: number;
  /** The hints of each text. */
  readonly found: readonly (readonly Hint[])[];
  readonly refused: WouldRefuse | null;
}
