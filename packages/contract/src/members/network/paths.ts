import type { PathTable } from '../../common.ts';

/** What members are to each other. */
export const networkPaths = {
  askConnection: 'PUT /network/requests/:member',
  withdrawRequest: 'DELETE /network/requests/:member',
  acceptRequest: 'POST /network/requests/:member/accept',
  declineRequest: 'POST /network/requests/:member/decline',
  requests: 'GET /network/requests',
  connections: 'GET /network/connections',
  removeConnection: 'DELETE /network/connections/:member',
  mutuals: 'GET /network/mutuals/:member',
  follow: 'PUT /network/follows/:member',
  unfollow: 'DELETE /network/follows/:member',
  follows: 'GET /network/follows',
  block: 'PUT /network/blocks/:member',
  unblock: 'DELETE /network/blocks/:member',
  blocks: 'GET /network/blocks',
  suggestions: 'GET /network/suggestions',
  dismissSuggestion: 'PUT /network/dismissed/:member',
} as const satisfies PathTable;
