import { useLingui } from '@lingui/react/macro';
import { Icon } from './nav-icons.tsx';

/** Beside the name of a room that only colleagues read. */
export function LockMark() {
  const { t } = useLingui();
  return (
    <span role="img" aria-label={t`colleagues only`} className="flex-none text-celadon">
      <Icon size={16}>
        <path d="M6 10.500h12v9H6zM8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500" />
      </Icon>
    </span>
  );
}
