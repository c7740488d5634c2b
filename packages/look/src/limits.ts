/** Limits of the first look, in one place. */
export const lookLimits = {
  /** So much of a text is read, in UTF-16 units. The contract refuses longer ones; if one comes, it is queued unread. */
  characters: 20_000,
  /** More than a moderator reads; it also bounds the work on hostile text. */
  reasons: 40,
  /** When so many places of one kind speak for the same verdict, no further rule of the kind is tried. */
  places: 12,
  /**
   * Score of the model from which a text is queued for it alone. It never holds or blocks. The lowest at which fewer than
   * three in a hundred ordinary texts are queued, in the demo town and in the held-out set (docs/first-look.md).
   */
  modelQueues: 0.53,
  /** Texts with fewer letters and characters than this are alike by chance ("agreed", "+1"): not compared. */
  comparedFrom: 16,
  /** Of the 32 slots of two fingerprints, so many must be equal for the texts to be near-duplicates. */
  alikeSlots: 13,
  /** So many near-duplicates in the window are a flood. */
  flood: 4,
  /** Fingerprints that a window keeps for one room, and for the whole instance. */
  windowRoom: 256,
  windowInstance: 2_048,
  /** Rooms of which a window keeps fingerprints. */
  windowRooms: 1_024,
  /** Slots of five minutes after which a fingerprint is forgotten: a day. */
  windowSlots: 288,
  /** Removed texts that are remembered, and for how many slots: fourteen days, as long as an appeal may bring them back. */
  lessons: 1_024,
  lessonSlots: 14 * 288,
} as const;
