import type { PathTable } from '../../common.ts';

/** Order in the named half. */
export const orderPaths = {
  report: 'POST /reports',
  myReports: 'GET /reports',
  myDecisions: 'GET /decisions',
  appeal: 'POST /decisions/:decision/appeal',
  houseCases: 'GET /house/cases',
  houseCase: 'GET /house/cases/:case',
  assignHouseCase: 'PUT /house/cases/:case/assignee',
  noteHouseCase: 'POST /house/cases/:case/notes',
  decideHouseCase: 'POST /house/cases/:case/decisions',
  houseAppeals: 'GET /house/appeals',
  answerHouseAppeal: 'POST /house/appeals/:decision',
  houseLog: 'GET /house/log',
  houseCounts: 'GET /public/order',
} as const satisfies PathTable;
