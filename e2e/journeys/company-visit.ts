import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

/** Companies of the town: one whose page is read, and one for which somebody comes to act. */
export const domains = { read: 'xinghe.example', own: 'luming.example' } as const;

export async function looksRight(who: Person, where: string, picture: string): Promise<void> {
  await accessible(who, where);
  await fits(who, where);
  await shoot(who, picture);
}

interface Threads {
  readonly threads: readonly { readonly id: string; readonly title: string; readonly deleted: boolean }[];
}

/** The id of the company with this domain, as anybody is told it. */
export async function companyOf(origin: string, domain: string): Promise<string> {
  const { companies }: { companies: { id: string; domains: string[] }[] } = await (
    await fetch(`${origin}/api/members/companies?q=${domain}`)
  ).json();
  const found = companies.find((one) => one.domains.includes(domain));
  assert.ok(found, `a company has ${domain}`);
  return found.id;
}

/** Addresses of threads in a company's room, the newest first, as anybody is told them. */
async function threadsOf(origin: string, of: string): Promise<string[]> {
  const ask = async <T>(path: string): Promise<T> => (await fetch(`${origin}/api/talk${path}`)).json();
  const { rooms } = await ask<{ rooms: { id: string; company: string | null; access: string }[] }>('/rooms');
  const room = rooms.find(({ company: whose, access }) => whose === of && access === 'public')?.id;
  const { threads } = await ask<Threads>(`/rooms/${room}/threads?sort=new`);
  return threads.filter(({ deleted }) => !deleted).map(({ id }) => `/r/${room}/t/${id}`);
}

/** The newest thread about a company that has an answer of it, or has none. */
export async function threadWith(origin: string, company: string, answered: boolean): Promise<string> {
  for (const place of await threadsOf(origin, company)) {
    const path = place.replace('/r/', '/rooms/').replace('/t/', '/threads/');
    const { answer }: { answer: object | null } = await (
      await fetch(`${origin}/api/talk${path}/official`)
    ).json();
    if ((answer !== null) === answered) return place;
  }
  return '';
}

/** A visitor reads a company's page, its history, and an answer of it, whose signature this browser checks. */
export async function visitCompany({ runner, origin }: Town, who: Person): Promise<void> {
  const { page, name, t } = who;
  const company = await companyOf(origin, domains.read);

  await runner.step(
    `${name} reads a company's page: facts, jobs, and what is said about it in talk`,
    async () => {
      await who.go('/companies');
      await who.field('Name or domain').fill(domains.read);
      await page.locator('main [data-company]').nth(1).waitFor({ state: 'detached' });
      await looksRight(who, 'the companies', '90-companies');
      await page.locator(`main [data-company="${company}"] a`).click();
      await page.locator('#about').waitFor();
      await page.locator('#jobs').waitFor();
      await page.locator('#in-talk').waitFor();
      assert.ok(await page.locator('[data-headcount]').isVisible());
      await looksRight(who, "a company's page", '90-company');
      await page.locator('section[aria-labelledby="jobs"] a').last().click();
      await page.waitForURL(/\/jobs\?.*company=/);
      await page.locator('main [data-job]').first().waitFor();
    },
  );

  await runner.step(`${name} reads every version of what it said of itself`, async () => {
    await who.go(`/companies/${company}`);
    await page.locator('section[aria-labelledby="about"] a[href$="/history"]').click();
    await page.locator('main ol > li').nth(2).waitFor();
    await looksRight(who, "a company's history", '91-company-history');
  });

  await runner.step(
    `${name} reads an answer of the company; the browser has checked the signature`,
    async () => {
      const answered = await threadWith(origin, company, true);
      assert.ok(answered, 'the demo has an answer');
      await who.go(answered);
      const said = page.locator('[data-official="checked"]');
      await said.waitFor();
      await said.locator('[data-resolves="shown"]').waitFor();
      await said.locator('details summary').first().click();
      await said.getByText(t('Report this answer'), { exact: true }).waitFor();
      await said.scrollIntoViewIfNeeded();
      await looksRight(who, 'an official answer', '92-official');
    },
  );
}
