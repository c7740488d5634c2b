/** A picture as a post names it. */
export interface ShownPicture {
  /** SHA-256 of the signed file, base64url. */
  readonly hash: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt?: string | undefined;
}

/** Where it is served; `base` such as `/api/talk/rooms/square/pictures`. */
export const addressOf = (base: string, { hash }: ShownPicture): string => `${base}/${hash}`;
