import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import { ExposureAsk } from './exposure-ask.tsx';
import { ExposureList } from './exposure-list.tsx';
import { kindsOf } from './judge.ts';
import { kindWords } from './kind-words.ts';
import { RefusedTell } from './refused-tell.tsx';
import { type Fields, selectHint } from './select-hint.ts';
import type { Exposure } from './use-exposure.ts';

/** A screen reader hears the sum when the hands have rested for so long, not at every key. */
const rest = 1500;

function Spoken({ words }: { words: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), rest);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="sr-only" role="status">
      {said}
    </p>
  );
}

/** Under the fields: how many things could give the author away, what and why; and what no program sees. */
export function ExposureLine({
  exposure,
  fields,
  tight = false,
}: {
  exposure: Exposure;
  fields: Fields;
  /** Where there is little room: what is opened scrolls within itself. */
  tight?: boolean;
}) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { hints, failed } = exposure;
  const kinds = kindsOf(hints);
  const names = kinds.map((kind) => t(kindWords[kind].name)).join('\u00a0· ');
  const spoken = kinds.length > 0 ? t`Could give you away: ${names}` : '';
  return (
    <div className="text-[0.88rem]" data-exposure={kinds.join(' ')}>
      <Spoken key={i18n.locale} words={spoken} />
      {kinds.length > 0 ? (
        <button
          type="button"
          className="min-h-11 w-full py-2 text-left"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <Plural
            value={kinds.length}
            one="One thing here could give you away: "
            other="# things here could give you away: "
          />
          <strong>{names}</strong>{' '}
          <span className="link ml-2 whitespace-nowrap">{open ? t`close` : t`why?`}</span>
        </button>
      ) : null}
      <div id={id} hidden={!open || kinds.length === 0} className={tight ? 'exposure-list' : ''}>
        <ExposureList hints={hints} onChoose={(hint) => selectHint(fields, hint)} />
      </div>
      <p className="text-[0.84rem] text-ink-2">
        {failed ? (
          <>
            <Trans>
              What gives you away could not be looked up just now: read it over yourself before you send.
            </Trans>{' '}
          </>
        ) : null}
        <Trans>
          How you write is like a handwriting: it can give you away too, and we cannot see it for you.
        </Trans>
      </p>
      <ExposureAsk exposure={exposure} fields={fields} />
      <RefusedTell exposure={exposure} />
    </div>
  );
}
