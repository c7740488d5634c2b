/** Limits of talk, in one place: the screen counts with the same numbers the server refuses by. */
export const talkLimits = {
  titleCharacters: 120,
  textCharacters: 10_000,
  /** Canonical body in bytes. */
  bodyBytes: 48 * 1024,
  headerBytes: 1024,
  /** An act on the wire without its pictures. */
  actBytes: 160 * 1024,
  /** An act on the wire, everything included: pictures travel in base64url. */
  actBytesWithPictures: 160 * 1024 + 4 * 400 * 1024 + 1024,
  threadsPerPage: 30,
  postsPerPage: 100,
  /** Edits cost no token, so they have a limit of their own. */
  editsPerPost: 30,
  bulkPerPage: 2000,
  tokensPerWeek: 7,
  /** ISO weeks whose tokens can be drawn at a time: the present one and those just before (decision 0017). */
  weeksToDraw: 2,
  tokensForReply: 1,
  tokensForThread: 2,
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
  /** What a moderator says of a decision; mandatory. */
  decisionCharacters: 1000,
  /** Days after a decision in which its author may appeal; then the words of a removed post are destroyed. */
  appealDays: 14,
  decisionsPerPage: 50,
  /** Days that a ballot is open. */
  ballotDays: 14,
  /** So many colleagues must have said what they know of a claim before anybody sees it. */
  verdictFloor: 5,
  /** A reply that so many agree with is shown in lists. */
  highlightFloor: 3,
  searchCharacters: 80,
  resultsPerPage: 20,
  ballotsPerPage: 500,
  /** Times in talk are floored to this many minutes, in the database and on the wire. */
  slotMinutes: 5,
  /** Default floor of the anonymity meter; `info.floor` is the instance's own. */
  floor: 30,
} as const;
