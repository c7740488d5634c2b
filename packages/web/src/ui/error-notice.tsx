import { useLingui } from '@lingui/react/macro';
import { ApiError } from '@teahouse/client/errors';
import { type ReactNode, useEffect, useState } from 'react';
import { loadCatalog } from '../shell/locale.ts';
import { type ErrorDictionary, generalWords, unexpected } from './error-words.ts';

const codeOf = (error: unknown): string => (error instanceof ApiError ? error.code : 'internal');

/** The words that are fetched when they are needed; until then, and where they can't be had, there are none. */
function useMoreWords(isNeeded: boolean): ErrorDictionary | undefined {
  const [more, setMore] = useState<ErrorDictionary>();
  useEffect(() => {
    if (!isNeeded) return;
    let current = true;
    void Promise.all([import('./more-error-words.ts'), loadCatalog('read')])
      .then(([{ moreWords }]) => current && setMore(moreWords))
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [isNeeded]);
  return more;
}

/** An error in plain words, with the next step; the code stands small beside it, for whoever asks for help. */
export function ErrorNotice({
  error,
  code = codeOf(error),
  words,
  children,
}: {
  error?: unknown;
  code?: string;
  words?: ErrorDictionary;
  children?: ReactNode;
}) {
  const { t } = useLingui();
  const known = words?.[code] ?? generalWords[code];
  const more = useMoreWords(known === undefined);
  const { what, next } = known ?? more?.[code] ?? unexpected;
  return (
    <div role="alert" className="notice danger rise" data-code={code}>
      <p className="font-semibold">{t(what)}</p>
      <p className="text-[0.95rem]">{t(next)}</p>
      {children}
      <p className="mt-1 font-mono text-[0.75rem] text-ink-2">{code}</p>
    </div>
  );
}
