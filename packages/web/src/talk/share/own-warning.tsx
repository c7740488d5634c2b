import { Trans } from '@lingui/react/macro';

/** Before one's own words are passed on: what that gives away. The card is asked for only when the person wants it. */
export function OwnWarning({ asked, onAsk }: { asked: boolean; onAsk: () => void }) {
  return (
    <div className="notice danger space-y-2" data-testid="own-warning">
      <p className="font-semibold">
        <Trans>These are your own words.</Trans>
      </p>
      <p className="text-[0.95rem]">
        <Trans>
          Sharing them from your own accounts points at you: people look at who passed something on first, and
          where. Let others do it.
        </Trans>
      </p>
      {asked ? null : (
        <>
          <p className="text-[0.95rem]">
            <Trans>
              The card comes from the server, which then knows that somebody wants this very post, though not
              who.
            </Trans>
          </p>
          <button type="button" className="btn danger" onClick={onAsk}>
            <Trans>Show the card all the same</Trans>
          </button>
        </>
      )}
    </div>
  );
}
