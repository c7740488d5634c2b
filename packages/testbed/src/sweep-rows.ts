/** Statuses for a visitor, a member, another member, the operator. Where something has an owner, it is the first member. */
export type Row = readonly [visitor: number, member: number, other: number, operator: number];

/** Anybody, and it is what they say that counts. */
export const open = (status: number): Row => [status, status, status, status];
/** Members alone; the operator's key is nobody's session. */
export const signedIn = (status: number): Row => [401, status, status, 401];
/** The operator alone. */
export const operator = (status: number): Row => [403, 403, 403, status];

/** Moderators of the named half, of whom none of these is one. */
export const moderator: Row = [401, 403, 403, 401];

/** The console is for members with the role `operator`; the operator's key has no name to write down, and opens none of it. */
export const byConsole: Row = [401, 403, 403, 401];
