import { Plural, Trans } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import { useObserved } from '../../holder/use-holder.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { keepWords } from './keep-words.ts';

/** Some of what is sealed does not open any more: says so, and finds again what can be found. */
export function Damaged({ client }: { client: Teahouse }) {
  const { damaged } = useObserved(client.deviceLock);
  const mend = useAction(async () => {
    await client.findOwnThreads();
    await client.tokens.draw().catch(() => undefined);
    await client.deviceLock.dropDamaged();
  });
  if (damaged === 0) return null;
  return (
    <section className="notice danger space-y-2" data-code="store-damaged">
      <p className="font-semibold">
        <Plural
          value={damaged}
          one="One thing that this device kept can't be read any more."
          other="# things that this device kept can't be read any more."
        />
      </p>
      <p className="text-[0.95rem]">
        <Trans>
          Your masks and tokens can be found again from public files. A draft, or something not sent yet, is
          lost.
        </Trans>
      </p>
      {mend.error ? <ErrorNotice error={mend.error} words={keepWords} /> : null}
      <button
        type="button"
        className="btn quiet"
        aria-disabled={mend.pending}
        onClick={() => void mend.run()}
      >
        {mend.pending ? <Trans>Looking…</Trans> : <Trans>Find what can be found</Trans>}
      </button>
    </section>
  );
}
