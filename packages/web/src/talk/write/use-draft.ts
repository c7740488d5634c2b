import type { Draft, DraftScope, Teahouse } from '@teahouse/client';
import { useEffect, useRef, useState } from 'react';

const pause = 400;

/** A text that stays on the device while it is being written: it survives a reload and a change of page. */
export function useDraft(client: Teahouse, scope: DraftScope, first: Draft = { text: '' }) {
  const [draft, setDraft] = useState<Draft>(first);
  const [ready, setReady] = useState(false);
  const touched = useRef(false);
  /** Writes what was changed in the last moment. */
  const unsaved = useRef<(() => void) | null>(null);
  useEffect(() => {
    let current = true;
    touched.current = false;
    void client.drafts.get(scope).then((kept) => {
      if (current && kept && !touched.current) setDraft(kept);
      if (current) setReady(true);
    });
    return () => {
      current = false;
    };
  }, [client, scope]);
  useEffect(() => {
    if (!touched.current) return;
    const empty = draft.text === '' && !draft.title && !draft.poll && !draft.pictures?.length;
    const save = () => {
      unsaved.current = null;
      void (empty ? client.drafts.delete(scope) : client.drafts.set(scope, draft));
    };
    unsaved.current = save;
    const timer = setTimeout(save, pause);
    return () => clearTimeout(timer);
  }, [client, scope, draft]);
  // Before the next place to write opens, which may read the same draft.
  useEffect(() => () => unsaved.current?.(), []);
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
      unsaved.current = null;
      setDraft({ text: '' });
      void client.drafts.delete(scope);
    },
  };
}
