import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import { MemberId } from '../people.ts';
import type { openPaths } from './paths.ts';
import * as s from './schemas.ts';

const session = { access: 'session' } as const;
const id = z.uuid().toLowerCase();
const member = MemberId.toLowerCase();

export const openRoutes = {
  openToWork: {
    ...session,
    summary: 'Whether recruiters find the member, for what, and who never does',
    reply: s.OpenToWork,
  },
  setOpenToWork: {
    ...session,
    summary: 'Be found by recruiters, but for those of own employers and all that belong to them',
    body: s.SetOpenToWork,
    reply: s.OpenToWork,
  },
  endOpenToWork: { ...session, summary: 'Be found by recruiters no more' },
  openPeople: {
    ...session,
    summary: 'Members who are open to work, for recruiters of a company',
    query: s.OpenPlace,
    reply: s.OpenPeople,
  },
  openPerson: {
    ...session,
    summary: 'What a member is open to, as far as the reader may know; null to everybody else',
    params: z.object({ member }),
    reply: z.object({ open: s.OpenTo.nullable() }),
  },
  invite: {
    ...session,
    summary: 'Invite a member who is open to work to apply for a job; once',
    params: z.object({ job: id, member }),
    body: s.Invite,
  },
  invitations: { ...session, summary: 'Invitations to apply, the latest day first', reply: s.Invitations },
  dismissInvitation: {
    ...session,
    summary: 'Want an invitation no more; nobody is told',
    params: z.object({ invitation: id }),
  },
} as const satisfies RouteTable<typeof openPaths>;
export type OpenRoutes = typeof openRoutes;
