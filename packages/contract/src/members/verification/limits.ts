/** Limits of proving an employment. */
export const verificationLimits = {
  /** One letter, in bytes. */
  letterBytes: 256 * 1024,
  /** Letters that one code may be tried with. */
  letterTries: 10,
  /** Codes of letters that one account gets in an hour. */
  letterCodesPerHour: 10,
  /** A badge's photo as it is sent, in bytes. */
  badgeBytes: 5 * 1024 * 1024,
  badgesPerDay: 5,
  /** Days after which a photo that nobody decided on is destroyed. */
  badgeDays: 14,
  staffNumberMax: 40,
  reviewWordsMax: 500,
  /** Badges on one page of the queue. */
  reviewsPerPage: 20,
  /** How many days before an employment ends its member is reminded. */
  renewDays: 14,
} as const;
