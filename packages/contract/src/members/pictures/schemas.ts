import { z } from 'zod';
import { Bytes } from '../../common.ts';
import { memberPictureLimits as l } from './limits.ts';

/** SHA-256 of a picture's file as it is kept, which is its address too. */
export const PictureHash = Bytes(32);

/** A picture as it is shown: its file at `GET /pictures/:picture`, in pixels. */
export const Picture = z.object({
  picture: PictureHash,
  width: z.int().min(1).max(l.pictureSide),
  height: z.int().min(1).max(l.pictureSide),
});
export type Picture = z.infer<typeof Picture>;

export const AddPicture = z.strictObject({
  /** JPEG, PNG or WebP; what else is in the file than pixels is dropped. */
  file: Bytes().max(Math.ceil((l.pictureBytes * 4) / 3)),
});
