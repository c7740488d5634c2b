import type { Thing } from '@teahouse/contract/members';
import { newDevice, type Person } from '../people.ts';
import type { Town } from '../town.ts';

/** Whoever tries the demo can sign in as one who keeps order among members. Printed by `teahouse start`. */
export const moderator = {
  name: '管理员 He',
  email: 'moderator@teahouse.example',
  password: 'a cup of longjing tea',
} as const;

async function moveIn(town: Town, email: string) {
  const { client } = await newDevice(town);
  const { members } = client;
  await members.signUp({ body: { email, password: moderator.password, name: moderator.name, locale: 'zh' } });
  await members.confirmEmail({ body: { email, code: await town.mailbox.codeFor(email) } });
  const { id } = await members.me();
  await town.members.context.pool.query(
    `INSERT INTO staff_roles (account_id, role) VALUES ($1, 'moderator')`,
    [id],
  );
  return members;
}

/**
 * Moderators move in, and some things were reported: one is decided and appealed against, the others wait. The appeal is
 * against the decision of the other one, so that whoever signs in can answer it.
 */
export async function keepOrder(town: Town, people: readonly Person[]): Promise<void> {
  const [one, two, three, four] = people.slice(-4);
  if (!one || !two || !three || !four) return;
  await moveIn(town, moderator.email);
  const other = await moveIn(town, 'second.moderator@teahouse.example');
  const idOf = async ({ client }: Person) => (await client.members.me()).id;
  const tell = async (
    by: Person,
    thing: Thing,
    reason: 'advertising' | 'impersonation' | 'harassment',
    words: string,
  ) => by.client.members.report({ body: { thing, reason, words } });

  const decided: Thing = { kind: 'part', id: await idOf(one), part: 'headline' };
  await tell(two, decided, 'advertising', 'Sells courses in the headline.');
  const { cases } = await other.houseCases({ query: {} });
  const body = {
    ...({ action: 'hide', reason: 'advertising' } as const),
    words: '标题里只写本人的工作，不放广告。Say what you do there, not what you sell.',
  };
  await other.decideHouseCase({ params: { case: cases[0]?.id ?? '' }, body });
  const { decisions } = await one.client.members.myDecisions();
  await one.client.members.appeal({
    params: { decision: decisions[0]?.id ?? '' },
    body: { words: '这是我的工作内容，不是广告。' },
  });

  await tell(three, { kind: 'member', id: await idOf(four) }, 'impersonation', '这张照片不是本人。');
  await tell(
    two,
    { kind: 'member', id: await idOf(four) },
    'impersonation',
    'Uses the name of a colleague of mine.',
  );
  await tell(four, { kind: 'part', id: await idOf(three), part: 'headline' }, 'harassment', '');
}
