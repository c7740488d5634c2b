import { newMembers, type Person, startTeahouse } from '@teahouse/testbed';
import type { Speaker } from '../trials/lib/speaker.ts';
import { speakersOf } from '../trials/lib/stage.ts';
import { withClusters } from './clusters.ts';

/** The thread that is measured. */
export interface LongThread {
  readonly room: string;
  /** Its id, base64url. */
  readonly id: string;
  /** Title, by which a browser finds the page. */
  readonly title: string;
}

export interface MadeTown {
  readonly thread: LongThread;
  /** Those who live there, with what it takes to speak. */
  readonly speakers: readonly Speaker[];
}

const REPLIES = 100;
/** Each has fourteen tokens at first (decision 0017): 100 replies and a thread of two take at most twelve of them. */
const PEOPLE = 10;

const company = {
  name: { zh: '星河网络', en: 'Starriver' },
  industry: 'internet',
  domain: 'starriver.example',
};
const room = 'square';
const title = '一百个人怎么说 · A hundred replies';

/** As long as a reply of the demo town is in the middle: some 90 characters, zh and en in turn. */
const replyText = (place: number): string =>
  place % 2 === 0
    ? `第 ${place} 楼:我们组上周也改成了双周迭代,头两周大家都不习惯,第三周开始会议少了一半,写代码的时间反而多了。你们那边是自上而下推的,还是组里自己商量的?`
    : `No. ${place}: we tried the same last spring. It took three weeks before anyone stopped complaining, then the meetings halved.`;

/**
 * Makes the data folder of a town with one thread of a hundred replies, by members who sign up, verify and post with
 * real proofs; `teahouse start` opens it afterwards. Nothing of it runs any more when this returns.
 */
export async function makeTown(data: string): Promise<MadeTown> {
  return withClusters(data, async (databases) => {
    const town = await startTeahouse({ data, databases });
    try {
      const specs = Array.from({ length: PEOPLE }, (_, i) => ({ name: `Person ${i}`, company }));
      const people = await newMembers(town, specs);
      const thread = await talkAtLength(people);
      return { thread, speakers: await speakersOf(town, data, people) };
    } finally {
      await town.stop();
    }
  });
}

async function talkAtLength(people: readonly Person[]): Promise<LongThread> {
  const [opener] = people;
  if (!opener) throw new RangeError('nobody lives here');
  const label = { kind: 'company' } as const;
  const first = await say(opener, { kind: 'thread', room, title, text: replyText(0), lang: 'zh', label });
  for (let place = 1; place <= REPLIES; place += 1) {
    const person = people[place % PEOPLE] as Person;
    const lang = place % 2 === 0 ? 'zh' : 'en';
    const words = {
      room,
      thread: first.thread,
      target: first.id,
      text: replyText(place),
      lang,
      label,
    } as const;
    await say(person, { kind: 'reply', ...words });
  }
  return { room, id: first.thread, title };
}

type Compose = Parameters<Person['client']['outbox']['add']>[0];

/** Sends one act at once. Throws with the code when it is refused. */
async function say({ client }: Person, compose: Compose): Promise<{ id: string; thread: string }> {
  const { id } = await client.outbox.add({ ...compose, now: true });
  await client.outbox.run();
  const { state } = await client.outbox.settled(id);
  if (state.name !== 'sent') throw new Error(`the bench's town could not speak: ${JSON.stringify(state)}`);
  return { id: state.id, thread: state.thread };
}
