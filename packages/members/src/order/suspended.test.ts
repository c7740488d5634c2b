import { membersPaths, membersRoutes } from '@teahouse/contract/members';
import { expect, it } from 'vitest';
import { isOpenToSuspended } from './suspended.ts';

it('every route that writes is on one side: a new one has to be thought about', () => {
  const closed = Object.entries(membersPaths)
    .filter(([name]) => membersRoutes[name as keyof typeof membersRoutes].access === 'session')
    .filter(([name, path]) => !isOpenToSuspended(path.split(' ')[0] ?? '', name))
    .map(([name]) => name);
  expect(closed.sort()).toEqual(
    [
      ...[
        'acceptRequest',
        'addComment',
        'addPicture',
        'addPost',
        'askConnection',
        'editComment',
        'editHead',
        'editPost',
      ],
      ...['editSection', 'follow', 'previewLink', 'proposeCompany', 'react', 'report', 'setPhoto'],
      ...['addJob', 'answerReferral', 'apply', 'askReferral', 'editJob'],
      ...['addLabel', 'addNote', 'dropLabel', 'labelApplications', 'moveApplications'],
      ...['addTemplate', 'editTemplate', 'invite', 'sendMessage', 'setOpenToWork'],
      // Acting for a company, and following one.
      ...[
        'addCompanyKey',
        'claimByDomain',
        'claimCompany',
        'editCompany',
        'followCompany',
        'setRepresentative',
      ],
    ].sort(),
  );
});
