import { z } from 'zod';

/** What a member may be to the house: who decides on badges, who keeps order in the named half, who has the console. */
export const MemberRole = z.enum(['reviewer', 'moderator', 'operator']);
export type MemberRole = z.infer<typeof MemberRole>;
