import { randomBytes } from 'node:crypto';
import { vectorOf } from '@teahouse/testbed';
import { commonWord, numbers, rareWord, seldomWord, wordsOfPost } from './words.ts';

const rooms = ['square', 'square', 'hours', 'moving-on', 'pay'] as const;
const kinds = ['company', 'industry', 'professional', 'alias'] as const;
type Kind = (typeof kinds)[number];
/** Slots of five minutes: the posts are spread over three years. */
const span = 3 * 365 * 288;
/** Threads that are spoken in at the same time. */
const lively = 200;
const postsPerThread = 10;
/** Of these a page of a hundred is measured: a fifth of all posts is in them, five at a time, so that each is spread over the table. */
export const longThread = 100;
const longPart = 0.2;
const longAtOnce = 5;
/** Every fifth post was answered without words as well. */
const tallied = 5;

interface Voice {
  readonly pseudonym: Buffer;
  readonly kind: Kind;
}
export interface MadeThread {
  readonly room: string;
  readonly id: Buffer;
  readonly title: string;
  readonly excerpt: string;
  readonly lang: 'zh' | 'en';
  readonly slot: number;
  lastSlot: number;
  replies: number;
  readonly voices: Voice[];
}
export interface MadePost {
  readonly thread: MadeThread;
  readonly id: Buffer;
  readonly seq: number;
  readonly voice: Voice;
  readonly slot: number;
  readonly title: string | null;
  readonly text: string;
  readonly words: string;
  /** Aliases by reaction, in the order of the protocol; null where nobody did. */
  readonly reactions: readonly number[] | null;
}

/**
 * So many posts in the order of time, as a town of several rooms would have made them in the three years before `now` (a
 * slot), and the threads they are in, which grow meanwhile. The same for the same numbers, but for the random ids.
 */
export function* makePosts(count: number, now: number, threads: MadeThread[]): Generator<MadePost> {
  const random = numbers(count);
  const open: MadeThread[] = [];
  const long: MadeThread[] = [];
  for (let i = 0; i < count; i += 1) {
    const slot = now - span + Math.floor((span * i) / count);
    const lang = random() < 0.6 ? 'zh' : 'en';
    const planted = [
      ...(i % 5 === 0 ? [commonWord] : []),
      ...(i % 200 === 1 ? [seldomWord] : []),
      ...(i % Math.ceil(count / 20) === 2 ? [rareWord] : []),
    ];
    const text = wordsOfPost(random, lang === 'zh', planted);
    const isLong = random() < longPart;
    const place = isLong
      ? Math.floor(random() * longAtOnce)
      : open.length < lively
        ? open.length
        : Math.floor(random() * lively);
    const full = isLong && (long[place]?.replies ?? longThread) >= longThread - 1;
    if (open.length === 0 || full || (!isLong && random() < 1 / postsPerThread)) {
      const thread = openThread(random, { slot, lang, text });
      threads.push(thread);
      (isLong ? long : open)[place] = thread;
      yield postOf(thread, 0, { slot, text });
    } else {
      const thread = (isLong ? long[place] : open[Math.floor(random() * open.length)]) as MadeThread;
      thread.replies += 1;
      thread.lastSlot = slot;
      if (random() < 0.4) thread.voices.push(newVoice(random));
      yield postOf(thread, Math.floor(random() * thread.voices.length), { slot, text });
    }
  }
}

const newVoice = (random: () => number): Voice => ({
  pseudonym: randomBytes(48),
  kind: kinds[Math.floor(random() * kinds.length)] as Kind,
});

function openThread(
  random: () => number,
  { slot, lang, text }: Pick<MadeThread, 'slot' | 'lang'> & { text: string },
): MadeThread {
  const room = rooms[Math.floor(random() * rooms.length)] as string;
  const title = wordsOfPost(random, lang === 'zh', [])
    .slice(0, 24)
    .trim();
  const about = { room, title, excerpt: text.slice(0, 140), lang, slot, lastSlot: slot, replies: 0 };
  return { ...about, id: randomBytes(32), voices: [newVoice(random)] };
}

function postOf(thread: MadeThread, place: number, { slot, text }: { slot: number; text: string }): MadePost {
  const voice = thread.voices[place] as Voice;
  const title = thread.replies === 0 ? thread.title : null;
  const said = { text, ...(title !== null && { title }) };
  const words = vectorOf(said, { room: thread.room, slot, lang: thread.lang, label: voice.kind });
  const seq = thread.replies;
  const reactions = seq % tallied === 1 ? [1 + (seq % 7), 0, seq % 2, 0, 0] : null;
  return { thread, id: randomBytes(32), seq, voice, slot, title, text, words, reactions };
}
