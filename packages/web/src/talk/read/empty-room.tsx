import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../ui/empty.tsx';

/** A room in which nobody has spoken yet. */
export function EmptyRoom({ room }: { room: string }) {
  const { t } = useLingui();
  return (
    <Empty
      title={t`The first cup is yours`}
      action={
        <Link to="/r/$room/new" params={{ room }} className="btn">
          <Trans>Open a thread</Trans>
        </Link>
      }
    >
      <p>
        <Trans>
          Nobody has spoken here yet. Whoever opens a thread gets a mask that is worn in that thread alone.
        </Trans>
      </p>
    </Empty>
  );
}
