import { useLingui } from '@lingui/react/macro';
import { Icon } from '../../../ui/nav-icons.tsx';
import { toggleFollowed, useFollowed } from '../device/followed.ts';

/** Follows a room on this device alone. */
export function FollowButton({ room, name }: { room: string; name: string }) {
  const { t } = useLingui();
  const on = useFollowed().includes(room);
  return (
    <button
      type="button"
      className={`icon-btn relative ${on ? 'text-celadon' : ''}`}
      aria-pressed={on}
      aria-label={t`Follow ${name}`}
      title={on ? t`Followed on this device` : t`Follow on this device`}
      onClick={() => toggleFollowed(room)}
    >
      <Icon>
        <path
          fill={on ? 'currentColor' : 'none'}
          d="m12 4 2.500 5 5.500.8-4 3.900.9 5.500-4.900-2.600-4.900 2.600.9-5.500-4-3.900L9.500 9 12 4Z"
        />
      </Icon>
    </button>
  );
}
