import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import { CompanyKeys, Slug } from '../../issuer.ts';
import { Hash } from '../basics.ts';
import type { officialPaths } from './paths.ts';
import { OfficialStatement, OfficialView } from './schemas.ts';

const params = z.object({ room: Slug, thread: Hash });
export const officialRoutes = {
  official: {
    summary: 'What the company that a thread is about says of it, with every version and its signature',
    access: 'public',
    params,
    reply: OfficialView,
  },
  answerOfficially: {
    summary: "Put a company's signed answer under a thread about it, or a new version in its place",
    access: 'public',
    params,
    body: OfficialStatement,
    reply: OfficialView,
  },
  companyKeys: {
    summary: "The issuer's list of companies' keys, as talk last verified it",
    access: 'public',
    reply: CompanyKeys,
  },
} as const satisfies RouteTable<typeof officialPaths>;
