import { Post, type Tally, ThreadView } from '@teahouse/contract/talk';
import type { BallotChoice, Credential, LabelKind, Poll } from '@teahouse/protocol';
import { call, Holder, type Reply, send } from './holder.ts';
import type { Town } from './town.ts';

export interface PostAt {
  readonly id: string;
  readonly thread: string;
  readonly room: string;
}

/** A poll of three teas. */
export const teas = (more: Partial<Poll> = {}): Poll => ({
  options: ['Longjing', 'Puer', 'Tieguanyin'],
  multiple: false,
  voters: 'everyone',
  ...more,
});

/** What the tests of votes do over and over. */
export function votesIn(town: Town) {
  const send200 = async (room: string, envelope: unknown): Promise<{ id: string; thread: string }> => {
    const { status, body } = await send(town, room, envelope);
    if (status !== 200) throw new Error(`${status} ${body.code}`);
    return body;
  };
  const viewOf = async ({ room, thread }: PostAt) =>
    ThreadView.parse((await call(town, 'GET', `/rooms/${room}/threads/${thread}`)).body);
  const postOf = async (post: PostAt): Promise<Post> =>
    Post.parse((await viewOf(post)).posts.find(({ id }) => id === post.id));

  return {
    viewOf,
    postOf,
    tallyOf: async (post: PostAt): Promise<Tally> => (await postOf(post)).tally,
    /** A thread, and where its first post stands. */
    async open(
      author: Holder,
      i: { room?: string; kind?: LabelKind; poll?: Poll; text?: string } = {},
    ): Promise<PostAt> {
      const room = i.room ?? 'square';
      return { room, ...(await send200(room, author.thread({ ...i, room }))) };
    },
    async answer(author: Holder, to: PostAt, text = 'A reply'): Promise<PostAt> {
      return { room: to.room, ...(await send200(to.room, author.reply(to, { room: to.room, text }))) };
    },
    react: (who: Holder, post: PostAt, ...rest: Tail<Holder['react']>) =>
      send(town, post.room, who.react(post, rest[0], { room: post.room, ...rest[1] })),
    /** Shows the alias alone, unless told otherwise. */
    vote: (
      who: Holder,
      post: PostAt,
      choice: BallotChoice,
      i: { prev?: string; kind?: LabelKind | undefined; openingEpoch?: string } = {},
    ): Promise<Reply<{ id: string }>> =>
      send(town, post.room, who.ballot(post, choice, { kind: 'alias', room: post.room, ...i })),
    /** So many people of Xinghe. */
    people: (n: number, credential: Partial<Credential> = {}) =>
      Array.from({ length: n }, () => new Holder(town, credential)),
  };
}
type Tail<F> = F extends (post: never, ...rest: infer R) => unknown ? R : never;
