import type { Teahouse } from '@teahouse/client';
import type { EditSection } from '@teahouse/contract/members';
import type { Person } from '../people.ts';
import type { Life } from './lives.ts';

type Members = Teahouse['members'];

async function writePage(members: Members, life: Life): Promise<void> {
  const own = await members.ownProfile();
  const { version } = own;
  const { headline, handle = own.handle, open } = life;
  const page = open ? ('everyone' as const) : ('members' as const);
  await members.editHead({ body: { version, headline, handle, page, indexable: open } });
  const { employments } = await members.me();
  for (const part of life.parts) {
    const edit = { ...part, version: 0 } as EditSection;
    if (edit.section === 'experience' && edit.content[0])
      edit.content[0] = { ...edit.content[0], employment: employments[0]?.id ?? null };
    await members.editSection({ body: edit });
  }
}

/** So many write at a time. */
const together = 8;

/**
 * The people of the town write their pages, and then ask, accept and follow, one after the other: who was asked has to
 * have a page first.
 */
export async function live(people: readonly Person[], lives: readonly Life[]): Promise<void> {
  const queue = people.entries();
  const ids: string[] = [];
  const work = async () => {
    for (const [place, { client }] of queue) {
      await writePage(client.members, lives[place] as Life);
      ids[place] = (await client.members.me()).id;
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  for (const [place, { client }] of people.entries()) {
    const { connects, asks, follows } = lives[place] as Life;
    const me = ids[place] ?? '';
    const idOf = (at: number) => ({ member: ids[at] ?? '' });
    for (const at of [...connects, ...asks])
      await client.members.askConnection({ params: idOf(at), body: { note: '' } });
    for (const at of connects) await people[at]?.client.members.acceptRequest({ params: { member: me } });
    for (const at of follows) await client.members.follow({ params: idOf(at) });
  }
}
