import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mailboxQuery } from './queries.ts';

/** In a demo: where its mails arrive. */
export function DemoMailHint() {
  const { data } = useQuery(mailboxQuery);
  if (!data) return null;
  return (
    <p className="notice warm text-[0.92rem]">
      <Trans>
        This is a demo: its mails go to the{' '}
        <Link to="/dev/mailbox" target="_blank" className="link">
          built-in mailbox
        </Link>
        .
      </Trans>
    </p>
  );
}
