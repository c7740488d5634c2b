import { Trans, useLingui } from '@lingui/react/macro';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { type ReactNode, useMemo, useState } from 'react';
import { SearchField } from '../../../ui/search-field.tsx';
import { fieldId } from '../lists/search-link.tsx';
import { createAnswer } from './answers.ts';
import { Results } from './results.tsx';

/** What was asked last, for the way back from a thread: in the memory of this tab alone, in no address and on no disk. */
let last: { readonly room: string; readonly q: string } | null = null;

/**
 * The search of a room for colleagues, above its threads (`children`). It reads with the key of the day, as the threads are
 * read, and what it found goes with the page.
 */
export function InsideSearch({ room, children }: { room: string; children: ReactNode }) {
  const { t } = useLingui();
  const [q, setQ] = useState(last?.room === room ? last.q : '');
  const reading = useMemo(() => (q === '' ? null : createAnswer({ q, room })), [q, room]);
  const ask = (words: string) => {
    last = words === '' ? null : { room, q: words };
    setQ(words);
  };
  return (
    <div data-inside-search>
      <SearchField
        q={q}
        label={t`Words to look for in this room`}
        placeholder={t`Search in this room`}
        id={fieldId}
        most={talkLimits.searchCharacters}
        onAsk={ask}
      >
        <Trans>Search</Trans>
      </SearchField>
      <p className="pt-2 pb-6 text-[0.86rem] text-ink-2">
        <Trans>Found by colleagues only. What you look for is kept neither here nor by the house.</Trans>
      </p>
      {reading ? (
        <>
          <button type="button" className="act" onClick={() => ask('')}>
            <Trans>Back to the threads</Trans>
          </button>
          <div className="pt-3">
            <Results question={{ q, room }} reading={reading} />
          </div>
        </>
      ) : (
        children
      )}
    </div>
  );
}
