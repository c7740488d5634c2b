import type { PathTable } from '../../common.ts';

/** The right of reply. */
export const officialPaths = {
  official: 'GET /rooms/:room/threads/:thread/official',
  answerOfficially: 'POST /rooms/:room/threads/:thread/official',
  companyKeys: 'GET /issuer/company-keys',
} as const satisfies PathTable;
