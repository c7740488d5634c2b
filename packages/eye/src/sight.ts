import type { PictureHash } from './kinds.ts';
import type { NsfwScores } from './nsfw/model.ts';

/** What the worker makes of one picture. */
export type Sight =
  | {
      readonly kind: 'seen';
      readonly hashes: readonly PictureHash[];
      /** Undefined where the models could not be run. */
      readonly scores: NsfwScores | undefined;
    }
  /** No WebP within the limits, or one that does not decode. */
  | { readonly kind: 'unreadable' }
  /** So many pictures are in hand that this one was not looked at. */
  | { readonly kind: 'busy' }
  /** Nothing is known of it: it took too long, or the worker ended. */
  | { readonly kind: 'failed' };

/** What crosses to the worker and back. */
export interface NumberedFile {
  readonly id: number;
  readonly file: Uint8Array;
}
export interface NumberedSight {
  readonly id: number;
  readonly sight: Sight;
}
