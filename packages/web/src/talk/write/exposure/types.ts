/** What words can give away, in the order in which it is told (safety.md, self-exposure). */
export const kinds = [
  'id',
  'staff',
  'phone',
  'email',
  'handle',
  'link',
  'plate',
  'quote',
  'only',
  'name',
  'date',
  'time',
  'level',
  'rating',
  'size',
  'role',
  'place',
  'amount',
  'project',
  'history',
  'tenure',
  'travel',
  'family',
  'vehicle',
] as const;
export type Kind = (typeof kinds)[number];

/** Words of a text that could tell who wrote it: `start` and `end` are UTF-16 offsets, as a text field counts. */
export interface Hint {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** What the readers of the place know already. */
export interface ExposureContext {
  /** The thread's posts and title: repeating their words in a `> ` line gives nothing new away. */
  readonly said?: readonly string[];
}
