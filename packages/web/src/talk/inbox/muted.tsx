import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import { useObserved } from '../../holder/use-holder.ts';

/** Threads that the inbox is silent about, and the way to hear of them again. */
export function Muted({ client }: { client: Teahouse }) {
  const { t } = useLingui();
  const { muted } = useObserved(client.inbox);
  if (muted.length === 0) return null;
  return (
    <details className="pt-8 text-[0.92rem]">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-ink-2 hover:text-ink">
        <Plural value={muted.length} one="# muted thread" other="# muted threads" />
      </summary>
      <ul className="max-w-md">
        {muted.map((where, i) => (
          <li key={where.thread} className="flex items-center justify-between gap-4 border-t border-line">
            <Link to="/r/$room/t/$thread" params={where} className="link inline-flex min-h-11 items-center">
              {t`Muted thread ${i + 1}`}
            </Link>
            <button type="button" className="act" onClick={() => void client.inbox.mute(where, false)}>
              <Trans>Hear it again</Trans>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
