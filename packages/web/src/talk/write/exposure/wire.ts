import type { ExposureContext, Hint } from './types.ts';

/** Between the page and the worker with the rules. */
export interface FindCall {
  readonly id: number;
  readonly texts: readonly string[];
  readonly context: ExposureContext;
}
export interface FindReply {
  readonly id: number;
  /** The hints of each text. */
  readonly found: readonly (readonly Hint[])[];
}
