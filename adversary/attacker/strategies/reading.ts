/** One way in which a strategy reads the loot: for each post the account it names, or -1. */
export interface Reading {
  readonly strategy: string;
  /** Which tables and columns, for people. */
  readonly name: string;
  readonly guesses: Int32Array;
}
