import { PostReaction } from '@teahouse/contract/members';
import type { FakeClock } from '@teahouse/kit/clock';
import { createDice } from '../dice.ts';
import type { Person } from '../people.ts';
import { drawGarden } from './draw.ts';
import { names } from './names.ts';
import { day } from './times.ts';
import type { TownPost } from './town/posts.ts';

/**
 * The people of the town post, comment and react under their own names, each post on its day; the clock stands at `end`
 * afterwards. The same for the same seed.
 */
export async function tell(
  posts: readonly TownPost[],
  i: { people: readonly Person[]; clock: FakeClock; end: Date },
  seed = 8_26,
): Promise<void> {
  const dice = createDice(seed);
  // In a town so small that nobody speaks a language, anybody may.
  const speakers = (lang: 'zh' | 'en') => {
    const found = i.people.filter((_, place) => names[place % names.length]?.locale === lang);
    return found.length > 0 ? found : i.people;
  };
  const ids: string[] = [];
  for (const [place, post] of posts.entries()) {
    i.clock.set(new Date(i.end.getTime() - post.daysAgo * day));
    const [author, ...others] = dice.shuffled(speakers(post.lang)) as [Person, ...Person[]];
    const { members } = author.client;
    const pictures: string[] = [];
    for (let n = 0; n < (post.pictures ?? 0); n += 1) {
      const file = drawGarden(place * 10 + n).toString('base64url');
      pictures.push((await members.addPicture({ body: { file } })).picture);
    }
    const { text, audience = 'everyone' } = post;
    const shares = post.shares === undefined ? {} : { shares: ids[post.shares] ?? '' };
    const made = await members.addPost({ body: { text, audience, pictures, ...shares } });
    ids[place] = made.post.id;
    if (audience === 'everyone')
      await answer(post, { id: made.post.id, author, others, people: i.people, dice });
  }
  i.clock.set(i.end);
}

/** An answer to a comment is its author's: who posted. */
async function answer(
  post: TownPost,
  i: {
    id: string;
    author: Person;
    others: readonly Person[];
    people: readonly Person[];
    dice: ReturnType<typeof createDice>;
  },
): Promise<void> {
  const said: string[] = [];
  for (const [n, { text, to }] of post.comments.entries()) {
    const who = to === undefined ? (i.others[n] ?? i.author) : i.author;
    const under = to === undefined ? {} : { under: said[to] ?? '' };
    const { comment } = await who.client.members.addComment({
      params: { post: i.id },
      body: { text, ...under },
    });
    said[n] = comment.id;
  }
  for (const who of i.people) {
    if (who === i.author || !i.dice.chance(post.liked)) continue;
    const kind = PostReaction.options[i.dice.weighted([6, 2, 2, 1])] ?? 'like';
    await who.client.members.react({ params: { post: i.id }, body: { kind } });
  }
}
