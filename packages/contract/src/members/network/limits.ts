/** Limits of the network. */
export const networkLimits = {
  /** Characters of the note that goes with a request. */
  noteMax: 300,
  /** Requests of a member that wait at a time, and that are made in a day. */
  openRequests: 200,
  requestsPerDay: 50,
  /** Days after a request was declined before another is shown to the same member; who asked is not told. */
  declinedDays: 90,
  connectionsMax: 30_000,
  followingMax: 5_000,
  blocksMax: 1_000,
  /** Members in a page of a list. */
  pageSize: 20,
  /** Connections and followers are counted up to this on a page. */
  countedMax: 500,
  suggestions: 24,
} as const;
