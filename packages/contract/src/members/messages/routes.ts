import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import { Slug } from '../../issuer.ts';
import type { messagePaths } from './paths.ts';
import * as s from './schemas.ts';

const session = { access: 'session' } as const;
const id = z.uuid().toLowerCase();
const company = z.object({ company: Slug });
const template = z.object({ company: Slug, template: id });

export const messageRoutes = {
  thread: {
    ...session,
    summary: 'Messages of an application, the latest, for who applied and for recruiters of the company',
    params: z.object({ application: id }),
    query: z.object({
      before: z.coerce
        .number()
        .int()
        .positive()
        .max(2 ** 31 - 1)
        .optional(),
    }),
    reply: s.Thread,
  },
  sendMessage: {
    ...session,
    summary: 'Write in an application; sent again under the same id, it is there once',
    params: z.object({ application: id, message: id }),
    body: s.SendMessage,
    reply: s.Message,
  },
  templates: {
    ...session,
    summary: 'Templates of a company, for its recruiters',
    params: company,
    reply: s.Templates,
  },
  addTemplate: {
    ...session,
    summary: 'Keep a template for all recruiters of a company',
    params: company,
    body: s.EditTemplate,
    reply: s.Template,
  },
  editTemplate: {
    ...session,
    summary: 'Change a template of a company',
    params: template,
    body: s.ChangeTemplate,
    reply: s.Template,
  },
  dropTemplate: { ...session, summary: 'Drop a template of a company', params: template },
} as const satisfies RouteTable<typeof messagePaths>;
export type MessageRoutes = typeof messageRoutes;
