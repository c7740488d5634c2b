import type { Draft, DraftScope, Teahouse } from '@teahouse/client';
import { useEffect, useRef, useState } from 'react';
import { isForgetting } from '../../holder/forget-device.ts';
import { dropLastWords, keepLastWords } from './last-words.ts';
import { createSaver } from './saver.ts';

/** A text that stays on the device while it is being written: it survives a reload and a change of page. */
export function useDraft(client: Teahouse, scope: DraftScope, first: Draft = { text: '' }) {
  const [draft, setDraft] = useState<Draft>(first);
  const [ready, setReady] = useState(false);
  const touched = useRef(false);
  const [saver] = useState(() => createSaver());
  useEffect(() => {
    let current = true;
    touched.current = false;
    void client.drafts.get(scope).then((kept) => {
      if (current && kept && !touched.current) setDraft(kept);
      if (current) setReady(true);
    });
    return () => {
      current = false;
      saver.flush();
    };
  }, [client, scope, saver]);
  useEffect(() => {
    if (!touched.current) return;
    const empty = draft.text === '' && !draft.title && !draft.poll && !draft.pictures?.length;
    saver.plan((isEnding) => {
      if (isForgetting()) return;
      if (isEnding && !empty) keepLastWords(scope, draft);
      void (empty ? client.drafts.delete(scope) : client.drafts.set(scope, draft)).then(() =>
        dropLastWords(scope),
      );
    });
  }, [client, scope, draft, saver]);
  // Before the page ends; and before the next place to write opens, which may read the same draft.
  useEffect(() => saver.listen(), [saver]);
  return {
    draft,
    /** Whether what the device kept is in `draft`. */
    ready,
    change: (part: Partial<Draft>) => {
      touched.current = true;
      setDraft((before) => ({ ...before, ...part }));
    },
    /** After it was handed to the outbox. */
    clear: () => {
      touched.current = false;
      saver.drop();
      setDraft({ text: '' });
      dropLastWords(scope);
      void client.drafts.delete(scope);
    },
  };
}
