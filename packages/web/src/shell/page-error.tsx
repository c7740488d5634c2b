import { Trans, useLingui } from '@lingui/react/macro';
import { useRouter } from '@tanstack/react-router';
import { ErrorNotice } from '../ui/error-notice.tsx';

/** When a page could not be drawn: most often its code did not arrive. */
export function PageError({ error }: { error: unknown }) {
  const router = useRouter();
  const { t } = useLingui();
  return (
    <div className="page column ml-0 space-y-5 py-12">
      <h1>{t`This page did not open`}</h1>
      <ErrorNotice error={error} />
      <button type="button" className="btn" onClick={() => void router.invalidate()}>
        <Trans>Try again</Trans>
      </button>
    </div>
  );
}
