import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Scope } from '@teahouse/contract/members';

/** What a program may do with an access token. */
export const scopeWords: Readonly<Record<Scope, MessageDescriptor>> = {
  'account:read': msg`See your name, address and employers`,
  'profile:read': msg`See profiles`,
  'profile:write': msg`Change your profile`,
  'network:read': msg`See your connections`,
  'network:write': msg`Ask, answer, follow and block in your name`,
  'feed:read': msg`Read your feed`,
  'feed:write': msg`Post, comment and react in your name`,
  'notices:read': msg`Read your notifications`,
  'notices:write': msg`Mark notifications as seen, and choose their kinds`,
  'search:read': msg`Search`,
  'order:read': msg`See your reports and decisions about you`,
  'order:write': msg`Report and appeal in your name`,
};
