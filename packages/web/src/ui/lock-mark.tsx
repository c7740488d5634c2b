import { useLingui } from '@lingui/react/macro';

/** Beside the name of a room that only colleagues read. */
export function LockMark() {
  const { t } = useLingui();
  return (
    <svg
      viewBox="0 0 24 24"
      width="15"
      height="15"
      role="img"
      aria-label={t`colleagues only`}
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="inline-block flex-none align-[-0.1em] text-celadon"
    >
      <path d="M6 10.500h12v9H6zM8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500M12 14v2" />
    </svg>
  );
}
