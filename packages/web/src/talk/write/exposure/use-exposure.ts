import { useEffect, useMemo, useRef, useState } from 'react';
import { findInWorker } from './finder.ts';
import { graveFirst, interrupts } from './judge.ts';
import { moveHints } from './move-hints.ts';
import type { ExposureContext, Hint } from './types.ts';

export type FieldName = 'title' | 'text';
/** What is being written, as it stands in the fields. */
export interface Written {
  readonly title?: string;
  readonly text: string;
}
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
  /** Before sending: true when nothing speaks against it, or when the author, asked, wants to send it as it is. */
  readonly mayGo: () => Promise<boolean>;
}

const pause = 350;
/** Sending does not wait longer than this for rules that do not come: the check never blocks. */
const patience = 2500;

async function look({ title = '', text }: Written, context: ExposureContext): Promise<FieldHint[]> {
  const [inTitle = [], inText = []] = await findInWorker([title, text], context);
  return [
    ...inTitle.map((hint) => ({ ...hint, field: 'title' as const })),
    ...inText.map((hint) => ({ ...hint, field: 'text' as const })),
  ];
}

const inTime = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([
    work.catch(() => otherwise),
    new Promise<T>((resolve) => setTimeout(() => resolve(otherwise), patience)),
  ]);

const none: readonly string[] = [];

/**
 * Looks over what is written, on the device and nowhere else: a moment after the last key, and once more before it is
 * sent (safety.md, self-exposure). `said` are words that the readers have before their eyes already.
 */
export function useExposure(written: Written, said: readonly string[] = none): Exposure {
  const { title = '', text } = written;
  const [found, setFound] = useState<Found>({ written: { text: '' }, hints: [] });
  const [failed, setFailed] = useState(false);
  const [asking, setAsking] = useState<readonly FieldHint[] | null>(null);
  const resolveAnswer = useRef<((send: boolean) => void) | null>(null);

  useEffect(() => {
    let current = true;
    const run = async () => {
      try {
        const hints = title || text ? await look({ title, text }, { said }) : [];
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
    mayGo: async () => {
      if (resolveAnswer.current) return false;
      const seen = await inTime(look({ title, text }, { said }), []);
      if (!interrupts(seen)) return true;
      setFound({ written: { title, text }, hints: seen });
      return new Promise<boolean>((resolve) => {
        resolveAnswer.current = resolve;
        setAsking(graveFirst(seen));
      });
    },
  };
}
