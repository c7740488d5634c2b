import { describe, expect, it } from 'vitest';
import { isRoleAddress, readMailbox } from './mailbox.ts';

describe('a mailbox', () => {
  it('is lower case, without its tag, with its dots', () => {
    expect(readMailbox(' Lin.Mo+tea+more@CN.Harbour.com ')?.canonical).toBe('lin.mo@cn.harbour.com');
    expect(readMailbox('lin@harbour.com.')?.canonical).toBe('lin@harbour.com');
  });

  it('is none without a name before the tag or the sign', () => {
    for (const text of ['+tag@harbour.com', '@harbour.com', 'harbour.com', 'lin@']) {
      expect(readMailbox(text)).toBeUndefined();
    }
  });

  it.each([
    'hr',
    'info',
    'no-reply',
    'noreply',
    'do_not_reply',
    'hr2',
    'hr.jobs',
    'zhaopin',
    'it-support',
    'postmaster',
  ])('%s belongs to a role', (local) => expect(isRoleAddress(local)).toBe(true));

  it.each(['lin', 'lin.hr', 'infante', 'hrothgar', 'wang.it', 'zhang3', 'sales.wang', '10086123'])(
    '%s belongs to a person',
    (local) => expect(isRoleAddress(local)).toBe(false),
  );
});
