import type { Draft } from '@teahouse/client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { findInWorker } from './finder.ts';
import { graveFirst, interrupts } from './judge.ts';
import { moveHints } from './move-hints.ts';
import type { ExposureContext, Hint } from './types.ts';
import type { WouldRefuse } from './wire.ts';

export type FieldName = 'title' | 'text';
/** What is being written, as it stands in the fields. */
export type Written = Pick<Draft, 'title' | 'text' | 'poll' | 'pictures'>;
export interface FieldHint extends Hint {
  readonly field: FieldName;
}
interface Found {
  readonly written: Written;
  readonly hints: readonly FieldHint[];
}

/** The check of one place where words are written. */
export interface Exposure {
  /** Of the words on the screen, in their order; those that are just being changed are left out. */
  readonly hints: readonly FieldHint[];
  /** The rules could not be fetched: nothing was looked at. */
  readonly failed: boolean;
  /** What the author is asked about before sending, while the question is open. */
  readonly asking: readonly FieldHint[] | null;
  /** Answers the open question. */
  readonly answer: (send: boolean) => void;
  /** What the house would refuse, while the author is told so. */
  readonly refused: WouldRefuse | null;
  readonly closeRefused: () => void;
  /** Before sending: true when nothing speaks against it, or when the author, asked, wants to send it as it is. */
  readonly mayGo: () => Promise<boolean>;
}

const pause = 350;
/** Sending does not wait longer than this for rules that do not come: the check never blocks. */
const patience = 2500;

interface Seen {
  readonly hints: readonly FieldHint[];
  readonly refused: WouldRefuse | null;
}

async function look(
  { title = '', text, poll, pictures = [] }: Written,
  context: ExposureContext,
  refusal = false,
): Promise<Seen> {
  const besides = [...(poll?.options ?? []), ...pictures.map(({ alt }) => alt)];
  const texts = refusal ? [title, text, ...besides] : [title, text];
  const { found, refused } = await findInWorker({ texts, context, refusal });
  const [inTitle = [], inText = []] = found;
  const hints = [
    ...inTitle.map((hint) => ({ ...hint, field: 'title' as const })),
    ...inText.map((hint) => ({ ...hint, field: 'text' as const })),
  ];
  return { hints, refused };
}

const inTime = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([
    work.catch(() => otherwise),
    new Promise<T>((resolve) => setTimeout(() => resolve(otherwise), patience)),
  ]);

const none: readonly string[] = [];
const nothing: Seen = { hints: [], refused: null };

/**
 * Looks over what is written, on the device and nowhere else: a moment after the last key, and once more before it is
 * sent (safety.md, self-exposure). `said` are words that the readers have before their eyes already.
 */
export function useExposure(written: Written, said: readonly string[] = none): Exposure {
  const { title = '', text } = written;
  const [found, setFound] = useState<Found>({ written: { text: '' }, hints: [] });
  const [failed, setFailed] = useState(false);
  const [asking, setAsking] = useState<readonly FieldHint[] | null>(null);
  const [refused, setRefused] = useState<WouldRefuse | null>(null);
  const resolveAnswer = useRef<((send: boolean) => void) | null>(null);

  useEffect(() => {
    let current = true;
    const run = async () => {
      try {
        const { hints } = title || text ? await look({ title, text }, { said }) : nothing;
        if (!current) return;
        setFound({ written: { title, text }, hints });
        setFailed(false);
      } catch {
        if (current) setFailed(true);
      }
    };
    const timer = setTimeout(() => void run(), title || text ? pause : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [title, text, said]);

  const hints = useMemo(() => {
    const of = (field: FieldName) => found.hints.filter((hint) => hint.field === field);
    return [
      ...moveHints(of('title'), found.written.title ?? '', title),
      ...moveHints(of('text'), found.written.text, text),
    ];
  }, [found, title, text]);

  return {
    hints,
    failed,
    asking,
    answer: (send) => {
      resolveAnswer.current?.(send);
      resolveAnswer.current = null;
      setAsking(null);
    },
    refused,
    closeRefused: () => setRefused(null),
    mayGo: async () => {
      if (resolveAnswer.current) return false;
      const now = await inTime(look(written, { said }, true), nothing);
      setRefused(now.refused);
      if (now.refused) return false;
      const seen = now.hints;
      if (!interrupts(seen)) return true;
      setFound({ written: { title, text }, hints: seen });
      return new Promise<boolean>((resolve) => {
        resolveAnswer.current = resolve;
        setAsking(graveFirst(seen));
      });
    },
  };
}
