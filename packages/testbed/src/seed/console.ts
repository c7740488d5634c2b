import { newDevice } from '../people.ts';
import type { Town } from '../town.ts';

/** Whoever tries the demo can sign in as its operator. Printed by `teahouse start`. */
export const operator = {
  name: '运营者 Tang',
  email: 'operator@teahouse.example',
  password: 'a cup of longjing tea',
} as const;

const proposals = [
  { name: { zh: '青梧生物', en: 'Qingwu Bio' }, industry: 'healthcare', domain: 'qingwu.example' },
  { name: { zh: '远帆物流', en: 'Farsail Logistics' }, industry: 'logistics', domain: 'farsail.example' },
  { name: { zh: '免费邮箱公司', en: 'Anybody Mail' }, industry: 'internet', domain: 'anybody.example' },
] as const;

/** An operator moves in and has done a little; two proposals wait for whoever signs in. */
export async function openConsole(town: Town): Promise<void> {
  const { client } = await newDevice(town);
  const { members } = client;
  const { email, password, name } = operator;
  await members.signUp({ body: { email, password, name, locale: 'zh' } });
  await members.confirmEmail({ body: { email, code: await town.mailbox.codeFor(email) } });
  const { id } = await members.me();
  const { pool } = town.members.context;
  await pool.query(`INSERT INTO staff_roles (account_id, role) VALUES ($1, 'operator')`, [id]);

  const { industries } = await members.directory();
  const known = (industry: string) =>
    industries.some((one) => one.id === industry) ? industry : (industries[0]?.id ?? industry);
  const ids: string[] = [];
  for (const one of proposals) {
    const { company } = await members.proposeCompany({ body: { ...one, industry: known(one.industry) } });
    ids.push(company);
  }
  const proof = { password };
  const { companies } = await members.companies({ query: { q: 'xinghe.example' } });
  await members.consoleAddDomain({
    params: { company: companies[0]?.id ?? '' },
    body: { domain: 'xinghe-mail.example', reason: '公司启用了第二个邮箱域名，官网有公告。', proof },
  });
  const { companies: kin } = await members.companies({ query: { q: 'qingmai.example' } });
  if (kin[0] && companies[0])
    await members.consoleSetParent({
      params: { company: kin[0].id },
      body: { parent: companies[0].id, reason: '工商登记：清脉由星河全资持有。', proof },
    });
  await members.consoleDecideCompany({
    params: { company: ids.at(-1) ?? '' },
    body: {
      verdict: 'reject',
      reason: 'Anybody can get an address there, so it proves no employment.',
      proof,
    },
  });
  await members.consoleSet({
    params: { setting: 'visitsPerHour' },
    body: { value: '1500', reason: 'A school shares one address of the network.', proof },
  });
}
