/** Limits of the first look at pictures, in one place. */
export const eyeLimits = {
  /** Bytes of a file that is decoded or scanned. The door lets in less (`pictureLimits` of talk). */
  bytes: 1024 * 1024,
  /** Pixels of a picture that is decoded: 1600 × 1600, as at the door. */
  pixels: 1600 ** 2,
  /** Longest side of what hash and model work on. Smaller, and clothed people score higher (docs/first-look-pictures.md). */
  side: 640,
  /** Pictures in hand, waiting ones included. The next is held unchecked: a flood waits for a moderator, not for us. */
  inHand: 32,
  /** Milliseconds that the worker may take over one picture, its own start included, before it is ended. */
  patience: 30_000,
  /** Seconds after which libvips gives a picture up. */
  decodeSeconds: 5,
  /** Milliseconds without a picture after which the worker ends and its memory is given back. */
  idle: 3 * 60_000,
  /** Heap of the worker in MB. The models live in WebAssembly's memory, beside it. */
  heap: 96,
  /** What of it is for short-lived things, in MB: the default grows to 48 and is not given back. */
  young: 8,
  /** Milliseconds that a scanner may take over one file, connecting included. */
  scan: 10_000,
  /** Bytes of a scanner's answer that are read. */
  scanAnswer: 1024,
  /** Mean of both models' Porn + Hentai above which a picture is held, and above which it is queued (safety.md). */
  sexualHolds: 0.85,
  sexualQueues: 0.3,
  /** Of 256 bits, so many may differ for a picture to be a banned one, and so many for it to be held as one like it. */
  knownBlocks: 24,
  knownHolds: 48,
  /** Sum of steps in grey over the 64 × 64 of a hash, below which there is too little to tell pictures apart. */
  detail: 50,
  /** Hashes of banned pictures in memory, 8 to 24 each: some ten thousand pictures, 20 MB. Past it the oldest are forgotten. */
  known: 160_000,
} as const;
