import type { PathTable } from '../../common.ts';

/** Words between who applied and the company's recruiters. */
export const messagePaths = {
  thread: 'GET /applications/:application/messages',
  sendMessage: 'PUT /applications/:application/messages/:message',
  templates: 'GET /companies/:company/templates',
  addTemplate: 'POST /companies/:company/templates',
  editTemplate: 'PUT /companies/:company/templates/:template',
  dropTemplate: 'DELETE /companies/:company/templates/:template',
} as const satisfies PathTable;
