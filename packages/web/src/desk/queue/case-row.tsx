import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Case } from '@teahouse/contract/desk';
import { langTag } from '../../talk/read/lang.ts';
import { painted } from '../../talk/text/painted.ts';
import { useMe } from '../frame/me.tsx';
import { Age, Appealed, Reasons, State } from './chips.tsx';
import { keepPost } from './place.ts';
import { useRoomName } from './use-names.ts';

/** How pressing it is, as the length of a line; in words for whoever does not see it. */
function Priority({ value }: { value: number }) {
  const { t } = useLingui();
  const percent = Math.round(value * 100);
  return (
    <svg
      role="img"
      aria-label={t`Priority ${percent} of 100`}
      viewBox="0 0 4 100"
      preserveAspectRatio="none"
      className="absolute inset-y-2 left-0 h-auto w-1"
    >
      <rect width="4" height="100" className="fill-line" />
      <rect y={100 - percent} width="4" height={percent} className="fill-cinnabar" />
    </svg>
  );
}

function Whose({ assignee }: Pick<Case, 'assignee'>) {
  const me = useMe();
  if (!assignee) return null;
  return (
    <span className={assignee.id === me.id ? 'font-semibold text-celadon' : ''}>
      {assignee.id === me.id ? <Trans>mine</Trans> : assignee.name}
    </span>
  );
}

/** One case of the queue. The link has the focus, so that `Enter` opens it as anywhere. */
export function CaseRow({ it }: { it: Case }) {
  const roomName = useRoomName();
  return (
    <li className="relative has-[a:focus-visible]:bg-celadon-soft">
      <Priority value={it.priority} />
      <div className="min-w-0 flex-1 py-2 pl-4">
        <div className="flex flex-wrap items-center gap-1.5">
          <State state={it.state} />
          <Appealed appeal={it.appeal} />
          <Reasons reasons={it.reasons} />
        </div>
        <Link
          to="/desk/case/$room/$post"
          params={{ room: it.room, post: it.post }}
          data-case={it.post}
          preload={false}
          onFocus={() => keepPost(it.post)}
          className="mt-0.5 line-clamp-2 text-[0.98rem] after:absolute after:inset-0"
        >
          {it.excerpt === '' ? (
            <Trans>No words</Trans>
          ) : (
            <span lang={langTag(null, it.excerpt)} dir="auto">
              {painted(it.excerpt)}
            </span>
          )}
        </Link>
        <p className="flex flex-wrap gap-x-3 text-[0.82rem] text-ink-2">
          <Age day={it.day} />
          <span>{roomName(it.room)}</span>
          {it.pictures > 0 ? (
            <span>
              <Plural value={it.pictures} one="# picture" other="# pictures" />
            </span>
          ) : null}
          <Whose assignee={it.assignee} />
        </p>
      </div>
    </li>
  );
}
