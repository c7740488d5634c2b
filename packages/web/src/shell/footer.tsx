import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

const item = 'inline-flex min-h-11 items-center hover:text-ink hover:underline underline-offset-4';

/** What anyone may look into, whoever they are. */
export function Footer() {
  const { t } = useLingui();
  return (
    <footer className="page mt-14 pb-2 md:pb-6">
      <nav
        aria-label={t`About this house`}
        className="flex flex-wrap gap-x-6 border-t border-line pt-2 text-[0.86rem] text-ink-2"
      >
        <Link to="/about" className={item}>
          <Trans>How it works</Trans>
        </Link>
        <Link to="/rules" className={item}>
          <Trans>House rules</Trans>
        </Link>
        <Link to="/log/decisions" className={item}>
          <Trans>Decisions</Trans>
        </Link>
        <Link to="/transparency" className={item}>
          <Trans>In figures</Trans>
        </Link>
        <Link to="/verify" className={item}>
          <Trans>Check a proof</Trans>
        </Link>
        <Link to="/developers" className={item}>
          <Trans>For developers</Trans>
        </Link>
        <Link to="/log" className={item}>
          <Trans>Logs</Trans>
        </Link>
      </nav>
    </footer>
  );
}
