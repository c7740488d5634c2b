import { Trans, useLingui } from '@lingui/react/macro';
import type { Person } from '@teahouse/contract/members';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { Reporting } from '../order/report-way.tsx';
import { useRefresh } from './queries.ts';
import { peopleWords } from './words.ts';

type Question = 'remove' | 'block';

/** Following, and behind three dots what is seldom done: ending the connection, a block. */
export function TieMenu({ person, onBlocked }: { person: Person; onBlocked: () => void }) {
  const { t } = useLingui();
  const refresh = useRefresh();
  const [question, setQuestion] = useState<Question>();
  const [reporting, setReporting] = useState(false);
  const { id, name, network } = person;
  const params = { member: id };
  const follow = useAction(async () => {
    if (network?.following) await membersApi.unfollow({ params });
    else await membersApi.follow({ params });
    await refresh();
  });
  const end = useAction(async (what: Question) => {
    if (what === 'remove') await membersApi.removeConnection({ params });
    else await membersApi.block({ params });
    setQuestion(undefined);
    if (what === 'block') onBlocked();
    await refresh();
  });
  const title = question === 'block' ? t`Block ${name}?` : t`End the connection with ${name}?`;
  return (
    <>
      <button type="button" className="btn quiet" onClick={() => void follow.run()}>
        {network?.following ? <Trans>Unfollow</Trans> : <Trans>Follow</Trans>}
      </button>
      <Menu label={t`More about ${name}`}>
        {network?.tie === 'connected' ? (
          <MenuItem onChoose={() => setQuestion('remove')}>
            <Trans>End the connection</Trans>
          </MenuItem>
        ) : null}
        <MenuItem onChoose={() => setReporting(true)}>
          <Trans>Report</Trans>
        </MenuItem>
        <MenuItem onChoose={() => setQuestion('block')}>
          <Trans>Block</Trans>
        </MenuItem>
      </Menu>
      {reporting ? <Reporting thing={{ kind: 'member', id }} onClose={() => setReporting(false)} /> : null}
      {follow.error ? <ErrorNotice error={follow.error} words={peopleWords} /> : null}
      <Ask open={question !== undefined} title={title} onClose={() => setQuestion(undefined)}>
        <p>
          {question === 'block' ? (
            <Trans>
              Neither of you will see anything of the other here any more, and what is between you ends.{' '}
              {name} is not told.
            </Trans>
          ) : (
            <Trans>{name} is not told. You can ask for a connection again later.</Trans>
          )}
        </p>
        {end.error ? <ErrorNotice error={end.error} words={peopleWords} /> : null}
        <p className="flex flex-wrap gap-3">
          <button type="button" className="btn danger" onClick={() => question && void end.run(question)}>
            {question === 'block' ? <Trans>Block</Trans> : <Trans>End the connection</Trans>}
          </button>
          <button type="button" className="btn quiet" onClick={() => setQuestion(undefined)}>
            <Trans>Cancel</Trans>
          </button>
        </p>
      </Ask>
    </>
  );
}
