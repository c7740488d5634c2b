import { useLingui } from '@lingui/react/macro';
import { ApiError } from '@teahouse/client/errors';
import type { ReactNode } from 'react';
import { type ErrorDictionary, generalWords, unexpected } from './error-words.ts';

const codeOf = (error: unknown): string => (error instanceof ApiError ? error.code : 'internal');

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
  const { what, next } = words?.[code] ?? generalWords[code] ?? unexpected;
  return (
    <div role="alert" className="notice danger rise" data-code={code}>
      <p className="font-semibold">{t(what)}</p>
      <p className="text-[0.95rem]">{t(next)}</p>
      {children}
      <p className="mt-1 font-mono text-[0.75rem] text-ink-2">{code}</p>
    </div>
  );
}
