import { Trans, useLingui } from '@lingui/react/macro';
import type { MemberCard } from '@teahouse/contract/members';
import { useState } from 'react';
import { Reporting } from '../order/report-way.tsx';

/** The words of a request. `from`: who asked the reader, who may report them; absent where they are the reader's own. */
export function RequestNote({
  note,
  from,
}: {
  note: string;
  from?: Pick<MemberCard, 'id' | 'name'> | undefined;
}) {
  const { t } = useLingui();
  const [reporting, setReporting] = useState(false);
  if (note === '') return null;
  const name = from?.name;
  return (
    <blockquote className="words mt-2 border-l-2 border-celadon pl-3 text-[0.95rem] text-ink-2">
      <p>{note}</p>
      {from ? (
        <button
          type="button"
          className="act"
          aria-label={t`Report the note by ${name}`}
          onClick={() => setReporting(true)}
        >
          <Trans>Report</Trans>
        </button>
      ) : null}
      {from && reporting ? (
        <Reporting thing={{ kind: 'note', id: from.id }} onClose={() => setReporting(false)} />
      ) : null}
    </blockquote>
  );
}
