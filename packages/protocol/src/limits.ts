/**
 * Limits of the formats. `packages/contract/src/talk/limits.ts` repeats the shared ones under the same names (protocol
 * imports nothing of ours); a test outside this package compares the two.
 */
export const protocolLimits = {
  titleCharacters: 120,
  textCharacters: 10_000,
  /** Canonical body in bytes. */
  bodyBytes: 48 * 1024,
  headerBytes: 1024,
  /** Characters of an instance's name. */
  instanceCharacters: 120,
  tokensPerWeek: 7,
  /** ISO weeks whose tokens can be drawn at a time: the present one and those just before. */
  weeksToDraw: 2,
  tokensForReply: 1,
  tokensForThread: 2,
  /** A thread or a reply that has pictures. */
  tokensWithPicture: 3,
  picturesPerPost: 4,
  /** Longest side in pixels. */
  pictureSide: 1600,
  /** One encoded picture. */
  pictureBytes: 300 * 1024,
  altCharacters: 300,
  mentionsPerPost: 10,
  pollOptionsLeast: 2,
  pollOptions: 8,
  optionCharacters: 60,
  /** What somebody adds to a report. */
  reportCharacters: 500,
  appealCharacters: 2000,
  /** What a company says under a thread, and how often it may say it anew. */
  officialCharacters: 3000,
  officialVersions: 10,
  /** Days that a ballot is open. */
  ballotDays: 14,
  /** Times in talk are floored to this many minutes. */
  slotMinutes: 5,
} as const;
