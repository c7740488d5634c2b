import { useLingui } from '@lingui/react/macro';
import type { Post, PostReaction } from '@teahouse/contract/members';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { CelebrateIcon, InsightfulIcon, LikeIcon, SupportIcon } from './icons.tsx';
import { useFeedCache } from './queries.ts';

const kinds = ['like', 'celebrate', 'insightful', 'support'] as const;
const icons = {
  like: <LikeIcon />,
  celebrate: <CelebrateIcon />,
  insightful: <InsightfulIcon />,
  support: <SupportIcon />,
};

export function useReactionNames(): Record<PostReaction, string> {
  const { t } = useLingui();
  return { like: t`Like`, celebrate: t`Congratulate`, insightful: t`Insightful`, support: t`Support` };
}

const after = (post: Post, mine: PostReaction | null): Post => {
  const reactions = { ...post.reactions };
  if (post.mine) reactions[post.mine] -= 1;
  if (mine) reactions[mine] += 1;
  return { ...post, reactions, mine };
};

/** Four ways to react, each with its count. One at a time; pressed again it is taken back. */
export function ReactionBar({ post, isMember }: { post: Post; isMember: boolean }) {
  const { t } = useLingui();
  const names = useReactionNames();
  const cache = useFeedCache();
  const set = useAction(async (kind: PostReaction) => {
    const { id, mine: before } = post;
    const mine = before === kind ? null : kind;
    // Shown at once, and put back where the house refuses.
    cache.change(id, (one) => after(one, mine));
    try {
      if (mine) await membersApi.react({ params: { post: id }, body: { kind: mine } });
      else await membersApi.unreact({ params: { post: id } });
    } catch (error) {
      cache.change(id, (one) => after(one, before));
      throw error;
    }
  });
  return (
    <fieldset aria-label={t`Reactions`} className="flex items-center gap-0.5">
      {kinds.map((kind) => {
        const count = post.reactions[kind];
        const on = post.mine === kind;
        const name = names[kind];
        return (
          <button
            key={kind}
            type="button"
            title={name}
            aria-pressed={on}
            aria-disabled={!isMember}
            aria-label={count > 0 ? t`${name}: ${count}` : name}
            className={`inline-flex min-h-11 min-w-10 items-center justify-center gap-1 rounded-full px-2 text-[0.88rem] hover:bg-paper-2 ${on ? 'bg-celadon-soft font-semibold text-celadon' : 'text-ink-2'}`}
            onClick={() => isMember && void set.run(kind)}
          >
            {icons[kind]}
            {count > 0 ? <span className="tabular">{count}</span> : null}
          </button>
        );
      })}
    </fieldset>
  );
}
