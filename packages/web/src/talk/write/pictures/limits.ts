/** Limits of pictures in a post (protocol.md 4); the server refuses by the same numbers. */
export const pictureLimits = {
  perPost: 4,
  /** One encoded file, in bytes. */
  bytes: 300 * 1024,
  /** Longest side in pixels. */
  side: 1600,
  altCharacters: 300,
  /** What is read at all: bytes of a chosen file, and pixels that it may unfold to. */
  sourceBytes: 40 * 1024 * 1024,
  sourcePixels: 64_000_000,
} as const;
