import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Day } from '../order/parts.tsx';
import { Facts } from './parts.tsx';
import { bookQuery } from './queries.ts';
import { consoleWords } from './words.ts';

const mono = 'font-mono text-[0.85rem] break-all';

/** State of the issuer's log: its tree, what is behind, and who follows it. */
export function Book() {
  const { t } = useLingui();
  const { data, error } = useQuery(bookQuery);
  if (error) return <ErrorNotice error={error} words={consoleWords} />;
  if (!data) return <RowsSkeleton rows={4} />;
  const { origin, size, root, behind, witnesses } = data;
  return (
    <Facts
      rows={[
        [
          t`Name of the log`,
          <span key="origin" className={mono}>
            {origin}
          </span>,
        ],
        [t`Last checkpoint`, <Plural key="size" value={size} one="# entry" other="# entries" />],
        [
          t`Root`,
          <span key="root" className={mono}>
            {root}
          </span>,
        ],
        [t`Planned, not in the tree yet`, behind],
        ...(witnesses.length === 0
          ? [[t`Witnesses`, <Trans key="none">none</Trans>] as const]
          : witnesses.map(
              ({ name, size: seen, day }) =>
                [
                  t`Witness ${name}`,
                  seen === null ? (
                    <Trans key={name}>has not signed yet</Trans>
                  ) : (
                    <span key={name}>
                      <Plural value={seen} one="# entry" other="# entries" />
                      {day ? (
                        <>
                          {' · '}
                          <Day day={day} />
                        </>
                      ) : null}
                    </span>
                  ),
                ] as const,
            )),
      ]}
    />
  );
}
