/** Limits of the recruiter's board: lengths in characters, counts in entries. */
export const pipelineLimits = {
  /** Applications of the first answer of the board: more than a screen shows of all its columns. */
  boardFirst: 240,
  /** Of each that follows. */
  boardPage: 1000,
  /** Of the words of an application, on its card. */
  boardExcerpt: 120,
  /** Applications that are moved or labelled at once. */
  boardMoves: 200,
  /** Places lie within it, on both sides of zero. */
  boardPlaceMax: 1e12,
  labelNameMax: 24,
  /** Labels of a company. */
  labels: 40,
  noteMax: 2000,
  /** Notes of an application. */
  notes: 200,
  boardSearchMax: 80,
  /** Applications of an exported file. */
  exportRows: 5000,
  /** Seconds for which the board offers to undo. */
  undoSeconds: 10,
} as const;
