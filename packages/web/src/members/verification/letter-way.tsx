import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Me } from '@teahouse/contract/members';
import { useEffect, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { memberWords } from '../error-words.ts';
import { useAction } from '../form.tsx';
import { mailboxQuery, useSetMe } from '../queries.ts';
import { CopyLine } from './copy-line.tsx';
import { faultWords } from './letter-faults.ts';
import { verificationQuery } from './queries.ts';

type Address = Awaited<ReturnType<typeof membersApi.startLetter>>;

/** In a demo: where a fictional work address writes from. */
function DemoHint({ address }: { address: string }) {
  const { data } = useQuery(mailboxQuery);
  if (!data?.writes) return null;
  return (
    <p className="notice warm text-[0.92rem]">
      <Trans>
        This is a demo: its{' '}
        <Link to="/dev/mailbox" hash={address} target="_blank" className="link">
          built-in mailbox
        </Link>{' '}
        can write from any address of the fictional companies.
      </Trans>
    </p>
  );
}

/** Looks every few seconds whether the letter has come, and what became of it. */
function WaitForLetter({ me, made }: { me: Me; made: Address }) {
  const { t } = useLingui();
  const setMe = useSetMe();
  const navigate = useNavigate();
  const { data } = useQuery({ ...verificationQuery, refetchInterval: 2500 });
  const waits = data?.letter.waits ?? true;
  const fault = data?.letter.fault ?? null;
  useEffect(() => {
    if (waits) return;
    // The code is used up: the employer is proven, unless it only ran out.
    void membersApi.me().then(async (now) => {
      setMe(now);
      if (JSON.stringify(now.employments) !== JSON.stringify(me.employments))
        await navigate({ to: '/papers' });
    });
  }, [waits, me, setMe, navigate]);
  const subject = made.subject;
  return (
    <div className="rise space-y-5">
      <p>
        <Trans>From your work address, write a mail to this address and nobody else:</Trans>
      </p>
      <CopyLine label={t`To`} text={made.address} />
      <CopyLine label={t`Subject, and nothing else`} text={subject} />
      <p className="text-[0.95rem] text-ink-2">
        <Trans>
          Whatever you write below does not matter and is not kept. The address counts once, until the end of{' '}
          {made.until}.
        </Trans>
      </p>
      <p>
        <a className="btn quiet" href={`mailto:${made.address}?subject=${subject}`}>
          <Trans>Open my mail program</Trans>
        </a>
      </p>
      {fault ? (
        <ErrorNotice code={fault} words={faultWords} />
      ) : (
        <p role="status" className="text-ink-2">
          <Trans>Waiting for your mail…</Trans>
        </p>
      )}
      <DemoHint address={made.address} />
    </div>
  );
}

/** Proving an employer by a mail from the work address. */
export function LetterWay({ me }: { me: Me }) {
  const [made, setMade] = useState<Address>();
  const queries = useQueryClient();
  const start = useAction(async () => {
    const address = await membersApi.startLetter({ body: {} });
    await queries.invalidateQueries({ queryKey: verificationQuery.queryKey });
    setMade(address);
  });
  if (made) return <WaitForLetter me={me} made={made} />;
  return (
    <div className="rise space-y-5">
      <p>
        <Trans>
          You get an address that is made for you alone. A mail that your company's server has signed proves
          that you can write from there.
        </Trans>
      </p>
      {start.error ? <ErrorNotice error={start.error} words={memberWords} /> : null}
      <button type="button" className="btn" aria-disabled={start.pending} onClick={() => void start.run()}>
        <Trans>Make the address</Trans>
      </button>
    </div>
  );
}
