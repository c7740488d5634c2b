import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ApiError } from '@teahouse/client/errors';
import { useState } from 'react';
import { Empty } from '../../../ui/empty.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import type { ErrorDictionary } from '../../../ui/error-words.ts';
import { RowsSkeleton } from '../../../ui/skeleton.tsx';
import { type Reading, useReading } from '../../read/reading.ts';
import { rooms as roomsReading } from '../../read/readings.ts';
import { type Answer, type Asked, answerTo, readFurther } from './answers.ts';
import { FoundRow } from './found-row.tsx';

const searchWords: ErrorDictionary = {
  'search-empty': {
    what: msg`There is no word in this to look for.`,
    next: msg`Signs and pictures are not searched. Write a word, in Chinese or in English.`,
  },
  'room-closed': {
    what: msg`Only colleagues read this room, so only they can search it.`,
    next: msg`Choose another room, or enter this one first.`,
  },
};

interface ResultsProps {
  readonly question: Asked;
  /** Where the answer is; that which the tab keeps, unless whoever asks keeps it. */
  readonly reading?: Reading<Answer>;
}

/** What was found, page by page. */
export function Results({ question, reading = answerTo(question) }: ResultsProps) {
  const { data, error } = useReading(reading);
  if (data) return <Answered answer={data} question={question} reading={reading} />;
  if (!error) return <RowsSkeleton rows={4} />;
  return (
    <div className="space-y-4 border-t border-line py-8">
      <ErrorNotice error={error} words={searchWords} />
      {error instanceof ApiError && error.code in searchWords ? null : (
        <button type="button" className="btn quiet" onClick={() => void reading.refresh()}>
          <Trans>Try again</Trans>
        </button>
      )}
    </div>
  );
}

function Answered({ answer, question, reading }: Required<ResultsProps> & { answer: Answer }) {
  const { found, next, capped } = answer;
  const rooms = useReading(roomsReading).data;
  if (found.length === 0 && next === null) return <Nothing />;
  return (
    <>
      <p role="status" className="pb-3 text-[0.9rem] text-ink-2">
        {next === null ? (
          <Plural value={found.length} one="# post" other="# posts" />
        ) : found.length === 0 ? (
          <Trans>Nothing among the newest posts.</Trans>
        ) : (
          <Plural value={found.length} one="The first # post" other="The first # posts" />
        )}
      </p>
      {found.map((one) => (
        <FoundRow key={one.post} found={one} room={rooms?.find(({ id }) => id === one.room)} />
      ))}
      <Further
        key={next ?? ''}
        readOn={() => readFurther(reading, question)}
        more={next !== null}
        capped={capped}
      />
    </>
  );
}

function Nothing() {
  const { t } = useLingui();
  return (
    <Empty title={t`Nobody has said that here`}>
      <p>
        <Trans>
          All words must stand in one post. Try fewer, or another word for the same; a filter less also helps.
        </Trans>
      </p>
    </Empty>
  );
}

/** Reads on; where there is more than was looked at, says so. */
function Further({ readOn, more, capped }: { readOn: () => Promise<void>; more: boolean; capped: boolean }) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const read = () => {
    setPending(true);
    setError(undefined);
    readOn()
      .catch(setError)
      .finally(() => setPending(false));
  };
  return (
    <div className="space-y-4 border-t border-line py-6">
      {error ? <ErrorNotice error={error} /> : null}
      {more ? (
        <button type="button" className="btn quiet" aria-disabled={pending} onClick={read}>
          {pending ? <Trans>Fetching…</Trans> : <Trans>More posts</Trans>}
        </button>
      ) : (
        <p className="text-[0.9rem] text-ink-2">
          <Trans>That is all.</Trans>
        </p>
      )}
      {more && capped ? (
        <p className="max-w-[34rem] text-[0.86rem] text-ink-2">
          <Trans>
            Only the newest matches were looked at so far, the best of them first. Reading on goes further
            back.
          </Trans>
        </p>
      ) : null}
    </div>
  );
}
