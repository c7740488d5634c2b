import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import { memberPictureLimits } from './limits.ts';
import type { picturePaths } from './paths.ts';
import { AddPicture, Picture, PictureHash } from './schemas.ts';

export const pictureRoutes = {
  addPicture: {
    summary:
      'Send a picture for a post or a profile; it is encoded anew, and gone after a day if nothing shows it',
    access: 'session',
    scope: 'feed:write',
    body: AddPicture,
    bodyLimit: Math.ceil((memberPictureLimits.pictureBytes * 4) / 3) + 1024,
    reply: Picture,
  },
  picture: {
    summary: "A picture's file, for whoever may see what shows it",
    access: 'public',
    params: z.object({ picture: PictureHash }),
  },
} as const satisfies RouteTable<typeof picturePaths>;
export type PictureRoutes = typeof pictureRoutes;
