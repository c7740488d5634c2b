export const noticeLimits = {
  /** Groups of a page. */
  noticePage: 20,
  /** Members named in a group; the rest are counted. */
  noticePeople: 3,
  noticeDays: 90,
  /** Days before a proof of employment ends, on which its member is told. */
  noticeExpiringDays: 14,
  /** Open streams of one member. */
  noticeStreams: 8,
} as const;
