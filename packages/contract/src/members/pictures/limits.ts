export const memberPictureLimits = {
  /** One file as it is sent, in bytes; the app scales it down before. */
  pictureBytes: 4 * 1024 * 1024,
  /** Pixels of a file as it is sent: what decoding may cost. */
  picturePixels: 50_000_000,
  /** Longest side in pixels of what is kept. */
  pictureSide: 1600,
  /** Sent pictures of one member that nothing shows yet. */
  pictureDrafts: 30,
  /** Days until a picture that nothing came to show is gone. */
  pictureDraftDays: 1,
} as const;
