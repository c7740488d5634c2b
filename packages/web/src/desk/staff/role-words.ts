import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Role, Staff } from '@teahouse/contract/desk';

export const roleWords: Readonly<Record<Role, MessageDescriptor>> = {
  moderator: msg`Moderator`,
  senior: msg`Senior moderator`,
  admin: msg`Administrator`,
};
export const roles = Object.keys(roleWords) as Role[];

export const staffStateWords: Readonly<Record<Staff['state'], MessageDescriptor>> = {
  invited: msg`Invited`,
  active: msg`At work`,
  off: msg`Off`,
};
