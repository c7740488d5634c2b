import { ApiError } from '@teahouse/client/errors';
import { useEffect, useState } from 'react';

/** The card as a file, with an address under which this page shows it. */
export interface CardPicture {
  readonly file: File;
  readonly url: string;
}
export interface CardState {
  readonly card: CardPicture | undefined;
  readonly error: unknown;
  readonly again: () => void;
}

async function fetchCard(address: string, signal: AbortSignal): Promise<Blob> {
  // As every call to talk: no cookie, no referrer.
  const init: RequestInit = { signal, credentials: 'omit', referrerPolicy: 'no-referrer' };
  const response = await fetch(address, init).catch((cause: unknown) => {
    throw signal.aborted ? cause : new ApiError('offline', { title: 'No answer from the server', cause });
  });
  if (response.ok) return response.blob();
  const problem: { code?: string } = await response.json().catch(() => ({}));
  const fallback = response.status >= 502 ? 'unavailable' : 'internal';
  throw new ApiError(problem.code ?? fallback, { status: response.status });
}

/** Fetches the card at an address, and again when another one is asked for; null asks for none. */
export function useCard(address: string | null): CardState {
  const [card, setCard] = useState<CardPicture>();
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt at the same address
  useEffect(() => {
    if (address === null) return;
    const abort = new AbortController();
    let url: string | undefined;
    setCard(undefined);
    setError(undefined);
    fetchCard(address, abort.signal).then(
      (blob) => {
        if (abort.signal.aborted) return;
        url = URL.createObjectURL(blob);
        setCard({ file: new File([blob], 'teahouse.png', { type: 'image/png' }), url });
      },
      (reason: unknown) => abort.signal.aborted || setError(reason),
    );
    return () => {
      abort.abort();
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [address, attempt]);
  return { card, error, again: () => setAttempt((n) => n + 1) };
}
