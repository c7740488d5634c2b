/** Limits of talk, in one place: the screen counts with the same numbers the server refuses by. */
export const talkLimits = {
  titleCharacters: 120,
  textCharacters: 10_000,
  /** Canonical body in bytes. */
  bodyBytes: 48 * 1024,
  headerBytes: 1024,
  /** An act on the wire, everything included. */
  actBytes: 160 * 1024,
  threadsPerPage: 30,
  postsPerPage: 100,
  /** Edits cost no token, so they have a limit of their own. */
  editsPerPost: 30,
  bulkPerPage: 2000,
  tokensPerWeek: 12,
  tokensForReply: 1,
  tokensForThread: 2,
  /** Times in talk are floored to this many minutes, in the database and on the wire. */
  slotMinutes: 5,
  /** Default floor of the anonymity meter; `info.floor` is the instance's own. */
  floor: 30,
} as const;
