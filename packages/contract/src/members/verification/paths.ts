import type { PathTable } from '../../common.ts';

export const verificationPaths = {
  verification: 'GET /verification',
  startLetter: 'POST /letters',
  sendBadge: 'POST /badges',
  withdrawBadge: 'DELETE /badges/:badge',
  leaveEmployment: 'POST /employments/:employment/leave',
  reviews: 'GET /reviews',
  reviewPicture: 'GET /reviews/:badge/picture',
  decideReview: 'POST /reviews/:badge',
} as const satisfies PathTable;
