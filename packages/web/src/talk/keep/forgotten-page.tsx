import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { finishForgetting } from '../../holder/forget-device.ts';
import { useTitle } from '../../shell/use-title.ts';
import { SteamingBowl } from '../../ui/steaming-bowl.tsx';

/** After everything was forgotten: nothing to do, and what is beyond the reach of a page. */
export function ForgottenPage() {
  const { t } = useLingui();
  useTitle(t`Nothing is left here`);
  useEffect(() => {
    void finishForgetting();
  }, []);
  return (
    <div className="page pt-10 sm:pt-20">
      <div className="column rise space-y-5">
        <SteamingBowl />
        <h1>
          <Trans>Nothing is left here.</Trans>
        </h1>
        <p className="text-ink-2">
          <Trans>
            Key, masks, tokens, drafts and settings are gone from this device. What remains is the app itself,
            the same as for everybody who ever came by.
          </Trans>
        </p>
        <p className="text-ink-2">
          <Trans>
            Two things are out of a page's reach. The browser's history still lists pages that you opened:
            clear it there. And in the named half you may still be signed in, under your name.
          </Trans>
        </p>
        <p className="flex flex-wrap gap-3 pt-2">
          <Link to="/" className="btn">
            <Trans>Back to the square</Trans>
          </Link>
          <Link to="/account" className="btn quiet">
            <Trans>Sign out of the named half</Trans>
          </Link>
          <Link to="/restore" className="act">
            <Trans>I have the 24 words</Trans>
          </Link>
        </p>
      </div>
    </div>
  );
}
