import {
  type ActBody,
  type CborValue,
  decodeCbor,
  encodeCbor,
  type Picture,
  type Poll,
} from '@teahouse/protocol';

/** What a post has besides its words, and edits leave as it is. */
export interface Attached {
  readonly pictures?: readonly Picture[];
  readonly poll?: Poll;
}

const pseudonymLength = 48;

/** `posts.attached`: canonical CBOR, so that the body that was signed comes out again byte for byte. */
export function attachedOf({ pictures, poll }: ActBody): Uint8Array | null {
  if (!pictures && !poll) return null;
  return encodeCbor({ ...(pictures && { pictures }), ...(poll && { poll }) } as unknown as CborValue);
}

/** What `attachedOf` made; nothing for null. It was checked as part of its act. */
export const readAttached = (bytes: Uint8Array | null): Attached =>
  bytes === null ? {} : (decodeCbor(bytes) as unknown as Attached);

/** `posts.mentions`: the pseudonyms, 48 bytes each, one after the other. */
export const mentionsOf = ({ mentions }: ActBody): Buffer | null =>
  mentions ? Buffer.concat(mentions) : null;

/** What `mentionsOf` made. */
export function readMentions(joined: Buffer | null): Buffer[] {
  const length = (joined?.length ?? 0) / pseudonymLength;
  return Array.from({ length }, (_, i) => joined!.subarray(i * pseudonymLength, (i + 1) * pseudonymLength));
}
