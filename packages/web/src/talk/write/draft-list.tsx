import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { DraftScope, Teahouse } from '@teahouse/client';
import { useState } from 'react';
import { createReading, useReading } from '../read/reading.ts';

/** Where a draft belongs: a new thread in a room opens the composer, an appeal the inbox; the others are met in their thread. */
const roomOf = (scope: DraftScope): string | null => (scope.startsWith('room/') ? scope.slice(5) : null);

/** Unfinished texts. Those of replies wait in their threads; here stands where to go on. */
export function DraftList({ client }: { client: Teahouse }) {
  const [drafts] = useState(() => createReading({ read: () => client.drafts.list(), fresh: 0 }));
  const { data = [] } = useReading(drafts);
  if (data.length === 0) return null;
  const drop = (scope: DraftScope) => {
    void client.drafts.delete(scope).then(drafts.refresh);
  };
  return (
    <section className="pb-10">
      <h2 className="pb-2">
        <Trans>Drafts</Trans>
      </h2>
      <ul>
        {data.map(({ scope, draft }) => {
          const room = roomOf(scope);
          return (
            <li key={scope} className="flex items-center justify-between gap-4 border-t border-line py-2">
              <p className="min-w-0 truncate">{draft.title || draft.text}</p>
              <span className="flex shrink-0 gap-4">
                {room ? (
                  <Link to="/r/$room/new" params={{ room }} className="act">
                    <Trans>Go on</Trans>
                  </Link>
                ) : null}
                {scope.startsWith('appeal/') ? (
                  <Link to="/inbox" className="act">
                    <Trans>Go on</Trans>
                  </Link>
                ) : null}
                <button type="button" className="act danger" onClick={() => drop(scope)}>
                  <Trans>Throw away</Trans>
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
