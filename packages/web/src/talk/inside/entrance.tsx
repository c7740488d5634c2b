import { Trans } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import type { Room } from '@teahouse/contract/talk';
import { useEffect, useState } from 'react';
import { useProofPart } from '../../holder/proof-progress.ts';
import { useObserved } from '../../holder/use-holder.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useName } from '../../ui/use-name.ts';
import { useReading } from '../read/reading.ts';
import { directory as directoryReading } from '../read/readings.ts';
import { ClosedPage } from './closed.tsx';
import { doorWords } from './door-words.ts';

/** How many could be the one who enters; undefined until the counts have come. */
function useColleagues(client: Teahouse, company: string): number | undefined {
  const labels = useObserved(client.labels);
  useEffect(() => {
    void client.labels.load().catch(() => undefined);
  }, [client]);
  return labels?.options.find((option) => option.kind === 'company' && option.company === company)?.n;
}

function Proving() {
  const part = useProofPart();
  return (
    <p role="status" className="text-[0.92rem] text-ink-2">
      {part === null ? <Trans>Knocking…</Trans> : <Trans>Making the proof on this device…</Trans>}
    </p>
  );
}

/** Before a room for colleagues: what entering shows, and to whom. Nothing is shown before the button is pressed. */
export function Entrance({ client, room, company }: { client: Teahouse; room: Room; company: string }) {
  const name = useName();
  const n = useColleagues(client, company);
  const { data } = useReading(directoryReading);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const found = data?.companies.find(({ id }) => id === company);
  const where = found ? name(found.name) : company;

  async function enter(): Promise<void> {
    if (pending) return;
    setPending(true);
    setError(undefined);
    try {
      await client.rooms.key(room.id);
    } catch (thrown) {
      setError(thrown);
      setPending(false);
    }
  }
  return (
    <ClosedPage room={room}>
      <p className="max-w-[34rem]">
        {n === undefined ? (
          <Trans>Enter as an employee of {where}: the house learns only that one of you reads today.</Trans>
        ) : (
          <Trans>
            Enter as an employee of {where}: the house learns only that one of {n} at {where} reads today.
          </Trans>
        )}
      </p>
      <p className="max-w-[34rem] text-[0.92rem] text-ink-2">
        <Trans>
          You show it once a day, and everybody who does is given the same key, so that readers cannot be told
          apart by it. It has nothing to do with the mask you speak under. Do not speak in the same minute all
          the same: a watcher of clocks could guess.
        </Trans>
      </p>
      {error ? <ErrorNotice error={error} words={doorWords} /> : null}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <button type="button" className="btn" aria-disabled={pending} onClick={() => void enter()}>
          <Trans>Enter for today</Trans>
        </button>
        {pending ? <Proving /> : null}
      </div>
    </ClosedPage>
  );
}
