/**
 * What a suspended member may still do but read, by names of the contract's routes. Everything that lets them keep, take
 * along, end or appeal; and nothing about the credential is touched, which the issuer owes to the employment and not to
 * good conduct here (docs/decisions/0023-order-in-the-named-half.md). What is not named here is refused: a new route has
 * to be put on one side or the other (suspended.test.ts).
 */
const open: ReadonlySet<string> = new Set([
  // The account, its ways in and out.
  ...['signOut', 'endSession', 'endOtherSessions', 'deleteAccount', 'proofAsk', 'passkeyAsk', 'passkeyAdd'],
  ...['passkeyRename', 'passkeyRemove', 'setPassword', 'removePassword', 'startEmail', 'confirmNewEmail'],
  ...['makeAccessToken', 'endAccessToken'],
  // The window to the other half.
  ...[
    'startEmployment',
    'confirmEmployment',
    'commit',
    'startLetter',
    'sendBadge',
    'withdrawBadge',
    'leaveEmployment',
  ],
  // Taking back, and keeping others away.
  ...[
    'deletePost',
    'deleteComment',
    'unreact',
    'hidePost',
    'unhidePost',
    'dropPhoto',
    'unfollow',
    'withdrawRequest',
  ],
  ...['declineRequest', 'removeConnection', 'block', 'unblock', 'mute', 'unmute', 'dismissSuggestion'],
  ...['unsaveJob', 'dropAlert', 'dropReferral', 'withdrawApplication', 'dropNote'],
  ...['endOpenToWork', 'dismissInvitation', 'dropTemplate'],
  // Seen by nobody else.
  ...['saveJob', 'addAlert'],
  ...['withdrawClaim', 'removeRepresentative', 'revokeCompanyKey', 'unfollowCompany'],
  ...['noticesSeen', 'setNoticeKinds', 'appeal'],
]);

/** May a suspended member call this? */
export const isOpenToSuspended = (method: string, route: string | undefined): boolean =>
  method === 'GET' || method === 'HEAD' || (route !== undefined && open.has(route));
