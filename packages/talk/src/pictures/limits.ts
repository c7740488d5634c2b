/** What a picture of a post may be (protocol.md 4, "with picture"). The device prepares it within the same numbers. */
export const pictureLimits = {
  /** One file, in bytes. */
  bytes: 300 * 1024,
  /** Longest side in pixels. */
  side: 1600,
} as const;
