import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Empty } from '../ui/empty.tsx';
import { useTitle } from './use-title.ts';

export function NotFound() {
  const { t } = useLingui();
  useTitle(t`Nobody sits here`);
  return (
    <div className="page">
      <h1 className="sr-only">404</h1>
      <Empty
        title={t`Nobody sits here`}
        action={
          <Link to="/" className="btn">
            <Trans>Back to the square</Trans>
          </Link>
        }
      >
        <p>
          <Trans>
            There is no page at this address. A thread's address is long: perhaps its end was cut off on the
            way.
          </Trans>
        </p>
      </Empty>
    </div>
  );
}
