import type { CompanyDesk } from '@teahouse/contract/members';
import type { TestMember } from './test-members.ts';
import { foundCompany, type Town, verify } from './test-town.ts';

/** A company whose owner is this member: verified there and approved by the operator. Returns its id. */
export async function foundOwned(town: Town, owner: TestMember, domain: string): Promise<string> {
  const company = await foundCompany(town, owner.browser, domain);
  await verify(town, owner.browser, `${owner.handle}@${domain}`);
  await owner.browser.call('POST', `/companies/${company}/claim`);
  const path = `/operator/claims/${company}/${owner.id}/approve`;
  const { status } = await town.browser().call('POST', path, undefined, town.operator);
  if (status !== 204) throw new Error(`not approved: ${status}`);
  return company;
}

export const deskOf = async ({ browser }: TestMember, company: string): Promise<CompanyDesk> =>
  (await browser.call<CompanyDesk>('GET', `/companies/${company}/desk`)).body;
