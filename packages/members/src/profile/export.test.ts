import { expect, it } from 'vitest';
import { edit, newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown } from '../testing/test-town.ts';
import { exportProfile } from './export.ts';

it('the export has every part of a page, whoever may see it, and what belongs to the page', async () => {
  const town = await openTown();
  const [ann, bo] = (await newMembers(town, 'Ann', 'Bo')) as [TestMember, TestMember];
  await edit(ann, 'about', 'For nobody else', 'nobody');
  const school = [{ school: 'Tea College', degree: '', from: null, to: null }];
  await edit(ann, 'education', school, 'everyone');
  await ann.browser.call('PUT', `/network/dismissed/${bo.id}`);
  expect(await exportProfile(town.db.pool, ann.id)).toEqual({
    ...{ page: 'members', indexable: false, schools: ['Tea College'], dismissed: ['Bo'] },
    parts: {
      about: { content: 'For nobody else', audience: 'nobody' },
      education: { content: school, audience: 'everyone' },
    },
  });
  expect(await exportProfile(town.db.pool, bo.id)).toMatchObject({ parts: {}, schools: [], dismissed: [] });
  await town.close();
});
