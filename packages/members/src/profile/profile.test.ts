import { membersRoutes, type OwnProfile } from '@teahouse/contract/members';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { edit, look, newMember, newMembers, type TestMember } from '../testing/test-members.ts';
import { foundCompany, openTown, signUp, type Town, verify } from '../testing/test-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const own = async (who: TestMember) => (await who.browser.call<OwnProfile>('GET', '/me/profile')).body;
const put = (who: TestMember, path: string, body: unknown) => who.browser.call<OwnProfile>('PUT', path, body);
const head = { handle: 'bo-the-brewer', headline: '泡茶 · Brews', page: 'everyone', indexable: true };
const about = (version: number, content: string) => ({
  ...{ section: 'about', audience: 'members', version, content },
});
const work = { employment: null, company: 'Harbour', title: 'Brewer', from: '2024-03', to: null, text: '' };

describe('a profile', () => {
  it('is edited part by part, and shown as it was written', async () => {
    const [ann, eve] = (await newMembers(town, 'Ann', 'Eve')) as [TestMember, TestMember];
    await edit(ann, 'about', ' Tea for twenty years.\r\n\r\n喝茶的人。 ');
    await edit(ann, 'experience', [work]);
    await edit(ann, 'education', [{ school: '茶学院', degree: 'BA', from: 2001, to: 2005 }]);
    await edit(ann, 'skills', ['Brewing', '拼配']);
    await edit(ann, 'languages', [{ code: 'zh', level: 'native' }]);
    await edit(ann, 'city', '杭州 Hangzhou');
    const last = await edit(ann, 'links', [{ name: 'Notes', url: 'https://tea.example/notes' }]);
    expect(last.body.sections.about).toEqual({
      content: 'Tea for twenty years.\n\n喝茶的人。',
      audience: 'members',
      version: 1,
    });
    // Nothing holds the answer against the contract when it is sent, so this does: nothing is missing, nothing more is told.
    const seen = (await look(eve, ann)).body;
    expect(membersRoutes.person.reply.parse(seen)).toEqual(seen);
    expect(seen).toMatchObject({
      name: 'Ann',
      handle: 'the-ann',
      degree: null,
      indexable: false,
      sections: {
        about: 'Tea for twenty years.\n\n喝茶的人。',
        experience: [{ company: 'Harbour', title: 'Brewer', from: '2024-03', to: null, verified: null }],
        education: [{ school: '茶学院', degree: 'BA', from: 2001, to: 2005 }],
        skills: ['Brewing', '拼配'],
        languages: [{ code: 'zh', level: 'native' }],
        city: '杭州 Hangzhou',
        links: [{ name: 'Notes', url: 'https://tea.example/notes' }],
      },
      network: { tie: 'none', following: false, mutuals: 0, connections: 0, followers: 0 },
    });
    await edit(ann, 'about', '');
    expect((await look(eve, ann)).body.sections).not.toHaveProperty('about');
  });

  it('has headline and address of the member, and nobody takes the address of another', async () => {
    const [bo, cy] = (await newMembers(town, 'Bo', 'Cy')) as [TestMember, TestMember];
    const changed = await put(bo, '/me/profile', { version: 0, ...head });
    expect(changed.body).toMatchObject({ ...head, version: 1 });
    expect((await look(cy, { ...bo, handle: head.handle })).body.headline).toBe('泡茶 · Brews');
    expect((await look(cy, bo)).code).toBe('person-unknown');
    expect((await put(cy, '/me/profile', { version: 0, ...head })).code).toBe('handle-taken');
    expect((await own(cy)).handle).toBe('the-cy');
  });

  it('is not found by a visitor until its owner opens it to everyone', async () => {
    const di = await newMember(town, 'Di');
    const visitor = { browser: town.browser() };
    expect((await look(visitor, di)).code).toBe('person-unknown');
    await put(di, '/me/profile', { version: 0, ...head, handle: di.handle });
    expect((await look(visitor, di)).body).toMatchObject({ name: 'Di', network: null, indexable: true });
    await put(di, '/me/profile', { version: 1, ...head, handle: di.handle, page: 'members' });
    expect((await look(visitor, di)).code).toBe('person-unknown');
    expect((await look(di, di)).body.indexable).toBe(false);
  });

  it('takes a reader whose session has ended for a visitor', async () => {
    const [fay, gus] = (await newMembers(town, 'Fay', 'Gus')) as [TestMember, TestMember];
    const cookie = [...gus.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    await gus.browser.call('DELETE', '/session');
    const late = await town.browser().call('GET', `/people/${fay.handle}`, undefined, { cookie });
    expect(late.code).toBe('person-unknown');
  });
});

describe('a stale edit', () => {
  it('is refused and overwrites nothing, part by part', async () => {
    const hal = await newMember(town, 'Hal');
    expect((await put(hal, '/me/profile/section', about(0, 'One'))).status).toBe(200);
    expect((await put(hal, '/me/profile/section', about(0, 'Two'))).code).toBe('profile-stale');
    expect((await put(hal, '/me/profile/section', about(7, 'Two'))).code).toBe('profile-stale');
    const skills = { section: 'skills', audience: 'everyone', version: 0, content: ['Tea'] };
    expect((await put(hal, '/me/profile/section', skills)).status).toBe(200);
    expect((await put(hal, '/me/profile', { version: 3, ...head })).code).toBe('profile-stale');
    const { sections, version } = await own(hal);
    expect([sections.about.content, sections.about.version, version]).toEqual(['One', 1, 0]);
  });

  it('of several at once lets one through', async () => {
    const ida = await newMember(town, 'Ida');
    for (const version of [0, 1]) {
      const replies = await Promise.all(
        Array.from({ length: 6 }, (_, i) => put(ida, '/me/profile/section', about(version, `No. ${i}`))),
      );
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(replies.filter(({ code }) => code === 'profile-stale')).toHaveLength(5);
    }
    const schools = { section: 'education', audience: 'members', version: 0 };
    const learn = (school: string) =>
      put(ida, '/me/profile/section', {
        ...schools,
        content: [{ school, degree: '', from: null, to: null }],
      });
    const both = await Promise.all([learn('One College'), learn('Two College')]);
    const { content } = (await own(ida)).sections.education;
    const { rows } = await town.db.pool.query('SELECT name FROM profile_schools WHERE account_id = $1', [
      ida.id,
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(rows).toEqual(content.map(({ school: name }) => ({ name })));
  });
});

describe('a verified place of work', () => {
  it("shows the company's own name, the mark and the month, whatever was typed", async () => {
    const [jo, kim] = (await newMembers(town, 'Jo', 'Kim')) as [TestMember, TestMember];
    const founder = await signUp(town, 'founder@home.test');
    await foundCompany(town, founder, 'harbour.com', 'logistics');
    const { body: me } = await verify(town, jo.browser, 'jo.worker@harbour.com');
    const employment = me.employments[0]?.id;
    await edit(jo, 'experience', [{ ...work, employment, company: 'Palace of Tea' }, work]);
    expect((await look(kim, jo)).body.sections.experience).toEqual([
      {
        ...{ company: '', title: 'Brewer', from: '2024-03', to: null, text: '' },
        verified: {
          ...{ company: 'harbour', month: '2026-11', standing: 'current' },
          name: { zh: '青港', en: 'harbour' },
        },
      },
      { ...{ company: 'Harbour', title: 'Brewer', from: '2024-03', to: null, text: '' }, verified: null },
    ]);
    expect((await edit(kim, 'experience', [{ ...work, employment }])).code).toBe('employment-not-yours');
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await edit(jo, 'experience', [{ ...work, employment: nobody }])).code).toBe(
      'employment-not-yours',
    );
  });

  it('is shown unmarked where the row points at an employment of somebody else', async () => {
    const [lee, mo] = (await newMembers(town, 'Lee', 'Mo')) as [TestMember, TestMember];
    const { rows } = await town.db.pool.query('SELECT id FROM employments LIMIT 1');
    await edit(lee, 'experience', [work]);
    await town.db.pool.query(
      `UPDATE profile_sections SET content = jsonb_set(content, '{0,employment}', to_jsonb($2::text))
       WHERE account_id = $1 AND section = 'experience'`,
      [lee.id, rows[0].id],
    );
    expect((await look(mo, lee)).body.sections.experience?.[0]).toMatchObject({
      company: 'Harbour',
      verified: null,
    });
  });
});

describe('what a part takes', () => {
  it.each([
    ['about', 'x'.repeat(2601)],
    ['about', 'turned \u202e round'],
    ['city', 'two\nlines'],
    ['skills', ['']],
    ['skills', Array.from({ length: 51 }, (_, i) => `skill ${i}`)],
    ['languages', [{ code: 'Chinese', level: 'native' }]],
    ['links', [{ name: '', url: 'http://tea.example/' }]],
    ['links', [{ name: '', url: 'javascript:alert(1)' }]],
    ['links', [{ name: '', url: 'https://10.0.0.1/' }]],
    ['education', [{ school: 'Tea College', degree: '', from: 2005, to: 2001 }]],
    ['experience', [{ ...work, company: '' }]],
    ['experience', [{ ...work, to: '2023-01' }]],
    ['experience', [{ ...work, verified: true }]],
  ] as const)('is not this: %s %j', async (section, content) => {
    const who = await newMember(town, `N${Math.random().toString(36).slice(2, 8)}`);
    expect((await edit(who, section, content)).code).toBe('invalid-input');
  });

  it('leaves an address to letters, digits and hyphens', async () => {
    const who = await newMember(town, 'Zed');
    for (const handle of ['-a-b', 'ab', 'Großvater', 'x'.repeat(41), 'a/b'])
      expect((await put(who, '/me/profile', { version: 0, ...head, handle })).code).toBe('invalid-input');
  });
});
