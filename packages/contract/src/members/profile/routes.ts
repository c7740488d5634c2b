import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import { Handle } from '../people.ts';
import { PictureHash } from '../pictures/schemas.ts';
import type { profilePaths } from './paths.ts';
import * as s from './schemas.ts';

export const profileRoutes = {
  person: {
    summary: "A member's page, as far as it is for the reader",
    access: 'public',
    scope: 'profile:read',
    params: z.object({ handle: Handle }),
    reply: s.Person,
  },
  ownProfile: {
    summary: "The member's own page, to edit",
    access: 'session',
    scope: 'profile:read',
    reply: s.OwnProfile,
  },
  editHead: {
    summary: 'Change headline, address and who finds the page',
    access: 'session',
    scope: 'profile:write',
    body: s.EditHead,
    reply: s.OwnProfile,
  },
  editSection: {
    summary: 'Change one part of the page and who sees it',
    access: 'session',
    scope: 'profile:write',
    body: s.EditSection,
    reply: s.OwnProfile,
  },
  setPhoto: {
    summary: 'Show a picture that was sent before as the photo: square, of so many pixels at most',
    access: 'session',
    scope: 'profile:write',
    body: z.strictObject({ picture: PictureHash }),
    reply: s.OwnProfile,
  },
  dropPhoto: { summary: 'Show no photo', access: 'session', scope: 'profile:write', reply: s.OwnProfile },
} as const satisfies RouteTable<typeof profilePaths>;
