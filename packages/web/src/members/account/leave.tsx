import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Security } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useState } from 'react';
import { membersApi } from '../api.ts';
import { ProofDialog } from './proof-dialog.tsx';
import { remainsQuery } from './queries.ts';

/** What outlives the account, and why. */
function Remains() {
  const { data } = useQuery(remainsQuery);
  const { pins = 0, logged = [] } = data ?? {};
  return (
    <dl className="space-y-4 text-[0.95rem] [&_dt]:font-semibold [&_dd]:text-ink-2">
      <div>
        <dt>
          <Trans>The mark that ties a work mailbox to one voice</Trans>
        </dt>
        <dd>
          <Plural value={pins} _0="You have none." one="You have # of them." other="You have # of them." />{' '}
          <Trans>
            It has no name and no address. Without it whoever deletes an account could come back as somebody
            else and speak twice.
          </Trans>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Entries of the public log, and its counts</Trans>
        </dt>
        <dd>
          <Plural
            value={logged.length}
            _0="None is about a credential of yours."
            one="# holds the salted hash of a credential of yours."
            other="# hold salted hashes of credentials of yours."
          />{' '}
          <Trans>
            Nobody can tell whose they are. Outsiders check with the log that credentials are not invented, so
            nothing is ever taken out of it.
          </Trans>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>What you wrote to applicants</Trans>
        </dt>
        <dd>
          <Trans>
            It is the company's, and stays without your name as long as the application does. What you wrote
            in applications of your own is erased.
          </Trans>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>What was said in talk</Trans>
        </dt>
        <dd>
          <Trans>
            Nobody can know what of it is yours, so nobody can delete it for you. What you want to take back,
            take back there first, with the key on your device.
          </Trans>
        </dd>
      </div>
    </dl>
  );
}

/** Leaving for good, after days in which one can come back. */
export function Leave({ security, onLeft }: { security: Security; onLeft: (day: string) => void }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const days = membersLimits.leaveDays;
  return (
    <>
      <p className="mb-4">
        <Trans>
          You are hidden from everybody and signed out everywhere at once. After {days} days name, addresses,
          employers and everything else of yours are erased for good; until then signing in brings you back.
        </Trans>
      </p>
      <h3 className="mb-3 font-semibold">
        <Trans>What remains, and why</Trans>
      </h3>
      <Remains />
      <button type="button" className="btn danger mt-6" onClick={() => setAsking(true)}>
        <Trans>Delete the account</Trans>
      </button>
      {asking ? (
        <ProofDialog
          title={t`Delete the account?`}
          action={<Trans>Delete in {days} days</Trans>}
          isDanger
          security={security}
          onClose={() => setAsking(false)}
          run={async (proof) => {
            const { day } = await membersApi.deleteAccount({ body: { proof } });
            onLeft(day);
          }}
        >
          <p>
            <Trans>
              Your key and your masks live on your devices and are not touched by this. A device forgets them
              under “Mine”.
            </Trans>
          </p>
        </ProofDialog>
      ) : null}
    </>
  );
}
