import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { membersPrefix } from '@teahouse/contract/members/paths';
import { talkPrefix } from '@teahouse/contract/talk/paths';
import { useTitle } from '../shell/use-title.ts';
import { createReading } from '../talk/read/reading.ts';
import { LogSection } from './log-section.tsx';
import { readLog } from './read-log.ts';

const issuer = createReading({ read: () => readLog('issuer') });
const talk = createReading({ read: () => readLog('talk') });

/** Both logs of the house: what stands in them and who watches them. */
export function LogPage() {
  const { t } = useLingui();
  useTitle(t`Logs`);
  const { origin } = window.location;
  return (
    <div className="page pt-8 sm:pt-14">
      <div className="column">
        <h1>
          <Trans>Two logs that only grow</Trans>
        </h1>
        <p className="mt-3 text-[1.05rem] text-ink-2">
          <Trans>
            What this house relies on is written down in public, and nothing in it can be changed or torn out
            without everyone who has an older copy seeing it. Your device checks them before it sends
            anything.
          </Trans>
        </p>
        <LogSection
          title={<Trans>The issuer's log</Trans>}
          holds={
            <Trans>
              The keys that sign credentials, how many each company has of what kind, and a sealed mark of
              each one: no credential can be signed in secret.
            </Trans>
          }
          reading={issuer}
          files={`${talkPrefix}/issuer/log`}
          audit={`${origin}${membersPrefix}/log`}
        />
        <LogSection
          title={<Trans>Talk's log</Trans>}
          holds={
            <Trans>
              A fingerprint of all that was accepted, at fixed times; the keys of the tokens; what moderators
              and courts did; the files of this web app.
            </Trans>
          }
          reading={talk}
          files={`${talkPrefix}/log`}
          audit={`${origin}${talkPrefix}/log`}
        />
        <p className="mt-12">
          <Link to="/verify" className="btn">
            <Trans>Check a proof</Trans>
          </Link>
        </p>
      </div>
    </div>
  );
}
