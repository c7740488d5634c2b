/*
 * What each route of both planes answers to each caller who brings no body: written by hand and not drawn from the
 * contract, so that a route that is added has no row here, and one that opens to somebody else differs.
 */

/** Statuses for a visitor, a member, another member, the operator. Where something has an owner, it is the first member. */
export type Row = readonly [visitor: number, member: number, other: number, operator: number];

/** Anybody, and it is what they say that counts. */
const open = (status: number): Row => [status, status, status, status];
/** Members alone; the operator's key is nobody's session. */
const signedIn = (status: number): Row => [401, status, status, 401];
/** The operator alone. */
const operator = (status: number): Row => [403, 403, 403, status];

/** Moderators of the named half, of whom none of these is one. */
const moderator: Row = [401, 403, 403, 401];

export const membersTable: Readonly<Record<string, Row>> = {
  'GET /openapi.json': open(200),
  'GET /health': open(200),
  'GET /log/*': open(200),
  'GET /public/directory': open(200),
  'GET /public/issuer': open(200),
  'GET /companies': open(200),
  'POST /accounts': open(422),
  'POST /accounts/confirm': open(422),
  'POST /session': open(422),
  'DELETE /session': signedIn(204),
  'GET /me': signedIn(200),
  'POST /me/delete': signedIn(422),
  'GET /sessions': signedIn(200),
  // In this order: the second ends all other sessions, also the one that the first names.
  'DELETE /sessions/:session': [401, 204, 404, 401],
  'DELETE /sessions': signedIn(204),
  'POST /companies': signedIn(422),
  'POST /employments': signedIn(422),
  'POST /employments/:employment/confirm': [401, 422, 404, 401],
  'POST /commitment': signedIn(422),
  'GET /credentials': signedIn(200),
  // Ann's page is for members; of her and Bo neither asked, followed or blocked the other.
  'GET /people/:handle': [404, 200, 200, 404],
  'GET /me/profile': signedIn(200),
  'PUT /me/profile': signedIn(422),
  'PUT /me/profile/section': signedIn(422),
  'PUT /me/photo': signedIn(422),
  'DELETE /me/photo': signedIn(200),
  'POST /pictures': signedIn(422),
  'GET /pictures/:picture': open(404),
  'GET /feed': signedIn(200),
  'POST /posts': signedIn(422),
  'GET /posts': open(422),
  // A post for connections of the first member, of whom the other is none.
  'GET /posts/:post': [404, 200, 404, 404],
  'PUT /posts/:post': signedIn(422),
  'PUT /posts/:post/hidden': [401, 204, 404, 401],
  'DELETE /posts/:post/hidden': signedIn(204),
  'PUT /posts/:post/reaction': signedIn(422),
  'DELETE /posts/:post/reaction': signedIn(204),
  'GET /posts/:post/reactions': [401, 200, 404, 401],
  'GET /posts/:post/comments': [404, 200, 404, 404],
  'POST /posts/:post/comments': signedIn(422),
  'PUT /comments/:comment': signedIn(422),
  'DELETE /comments/:comment': [401, 204, 404, 401],
  'DELETE /posts/:post': [401, 204, 404, 401],
  'GET /mutes': signedIn(200),
  // Nobody mutes themselves.
  'PUT /mutes/:member': [401, 404, 204, 401],
  'DELETE /mutes/:member': signedIn(204),
  'POST /links/preview': signedIn(422),
  'GET /notices': signedIn(200),
  'GET /notices/unseen': signedIn(200),
  'POST /notices/seen': signedIn(422),
  'GET /notices/kinds': signedIn(200),
  'PUT /notices/kinds': signedIn(422),
  'GET /notices/events': signedIn(200),
  // A search has to ask for something.
  'GET /search/people': signedIn(422),
  'GET /search/people/facets': signedIn(422),
  'GET /search/companies': open(422),
  'GET /search/posts': signedIn(422),
  'POST /reports': signedIn(422),
  'GET /reports': signedIn(200),
  'GET /decisions': signedIn(200),
  'POST /decisions/:decision/appeal': signedIn(422),
  'GET /house/cases': moderator,
  'GET /house/cases/:case': moderator,
  'PUT /house/cases/:case/assignee': moderator,
  'POST /house/cases/:case/notes': moderator,
  'POST /house/cases/:case/decisions': moderator,
  'GET /house/appeals': moderator,
  'POST /house/appeals/:decision': moderator,
  'GET /house/log': moderator,
  'GET /public/order': open(200),
  'GET /network/requests': signedIn(200),
  'GET /network/connections': signedIn(200),
  'GET /network/mutuals/:member': signedIn(200),
  'GET /network/follows': signedIn(200),
  'GET /network/blocks': signedIn(200),
  'GET /network/suggestions': signedIn(200),
  // Nobody can do to themselves what is done to another.
  'PUT /network/requests/:member': [401, 422, 422, 401],
  'POST /network/requests/:member/accept': [401, 422, 404, 401],
  'POST /network/requests/:member/decline': [401, 422, 404, 401],
  'DELETE /network/requests/:member': [401, 422, 204, 401],
  'DELETE /network/connections/:member': [401, 422, 204, 401],
  'PUT /network/follows/:member': [401, 422, 204, 401],
  'DELETE /network/follows/:member': signedIn(204),
  'PUT /network/dismissed/:member': [401, 422, 204, 401],
  'DELETE /network/blocks/:member': signedIn(204),
  // Last: from here on the other one sees nothing of the member.
  'PUT /network/blocks/:member': [401, 422, 204, 401],
  'GET /operator/companies': operator(200),
  'POST /operator/companies/:company/approve': operator(404),
  'POST /operator/companies/:company/reject': operator(404),
};

/** Talk knows one caller, nobody: the status for them. Whoever brings a name is refused with 400 everywhere. */
export const talkTable: Readonly<Record<string, number>> = {
  'GET /openapi.json': 200,
  'GET /health': 200,
  'GET /info': 200,
  'GET /issuer': 200,
  'GET /issuer/directory': 200,
  'GET /issuer/log/*': 200,
  'GET /log/*': 200,
  'POST /log/witness': 422,
  'GET /rooms': 200,
  'GET /threads': 200,
  'GET /search': 422,
  'POST /tokens/draw': 422,
  'GET /rooms/:room/threads': 200,
  'GET /rooms/:room/threads/:thread': 404,
  'GET /rooms/:room/threads/:thread/card': 404,
  'GET /rooms/:room/threads/:thread/card.png': 404,
  'GET /rooms/:room/threads/:thread/events': 404,
  'GET /rooms/:room/events': 200,
  'GET /rooms/:room/posts/:post/history': 404,
  'GET /rooms/:room/posts/:post/proof': 404,
  'GET /rooms/:room/posts/:post/reactions': 200,
  'GET /rooms/:room/posts/:post/ballots/:kind': 200,
  'GET /rooms/:room/pictures/:hash': 404,
  'POST /rooms/:room/key': 422,
  'POST /rooms/:room/acts': 422,
  'GET /rooms/:room/bulk/aliases': 200,
  'GET /rooms/:room/bulk/posts': 422,
  'GET /rooms/:room/bulk/refunds': 422,
  'GET /rooms/:room/bulk/notices': 422,
  'GET /bulk/aliases': 200,
  'GET /bulk/posts': 422,
  'GET /bulk/notices': 422,
  'GET /bulk/spent': 422,
  'GET /bulk/refunds': 422,
  'GET /decisions': 200,
  'GET /decisions/counts': 200,
};
