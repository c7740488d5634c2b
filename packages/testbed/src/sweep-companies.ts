import { open, operator, type Row, signedIn } from './sweep-rows.ts';

/** Of the company pages, and of those who act for a company. */
export const companyRows = {
  'GET /companies/:company': open(404),
  'GET /companies/:company/history': open(404),
  'PUT /companies/:company/facts': signedIn(422),
  'PUT /companies/:company/follow': signedIn(404),
  'DELETE /companies/:company/follow': signedIn(204),
  'GET /companies/:company/desk': signedIn(404),
  'GET /companies/:company/colleagues': signedIn(422),
  'POST /companies/:company/claim': signedIn(404),
  'DELETE /companies/:company/claim': signedIn(204),
  'POST /companies/:company/claim/domain': signedIn(404),
  'PUT /companies/:company/representatives/:member': signedIn(422),
  'DELETE /companies/:company/representatives/:member': signedIn(403),
  'POST /companies/:company/keys': signedIn(422),
  'DELETE /companies/:company/keys/:key': signedIn(404),
  'GET /me/companies': signedIn(200),
  'GET /operator/claims': operator(200),
  'POST /operator/claims/:company/:member/approve': operator(404),
  'POST /operator/claims/:company/:member/reject': operator(404),
  'GET /public/company-keys': open(200),
} satisfies Readonly<Record<string, Row>>;
