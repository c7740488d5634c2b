import type { Draft, DraftScope, Teahouse } from '@teahouse/client';
import { useEffect, useRef, useState } from 'react';

const pause = 400;

/** A text that stays on the device while it is being written: it survives a reload and a change of page. */
export function useDraft(client: Teahouse, scope: DraftScope, first: Draft = { text: '' }) {
  const [draft, setDraft] = useState<Draft>(first);
  const touched = useRef(false);
  useEffect(() => {
    let current = true;
    touched.current = false;
    void client.drafts.get(scope).then((kept) => {
      if (current && kept && !touched.current) setDraft(kept);
    });
    return () => {
      current = false;
    };
  }, [client, scope]);
  useEffect(() => {
    if (!touched.current) return;
    const empty = draft.text === '' && !draft.title && !draft.poll;
    const timer = setTimeout(
      () => void (empty ? client.drafts.delete(scope) : client.drafts.set(scope, draft)),
      pause,
    );
    return () => clearTimeout(timer);
  }, [client, scope, draft]);
  return {
    draft,
    change: (part: Partial<Draft>) => {
      touched.current = true;
      setDraft((before) => ({ ...before, ...part }));
    },
    /** After it was handed to the outbox. */
    clear: () => {
      touched.current = false;
      setDraft({ text: '' });
      void client.drafts.delete(scope);
    },
  };
}
