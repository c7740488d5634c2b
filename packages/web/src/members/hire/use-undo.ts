import { membersLimits } from '@teahouse/contract/members/limits';
import { useCallback, useEffect, useState } from 'react';

/** Something that was done, in words, and how to undo it. */
interface Done {
  readonly says: string;
  readonly undo: () => unknown;
}

/** What was done last can be undone for some seconds, and is said aloud. */
export function useUndo() {
  const [done, setDone] = useState<Done>();
  const [says, setSays] = useState('');
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(undefined), membersLimits.pipeline.undoSeconds * 1000);
    return () => clearTimeout(timer);
  }, [done]);
  const offer = useCallback((next: Done) => {
    setDone(next);
    setSays(next.says);
  }, []);
  const undo = useCallback(
    (saysThen: string) => {
      void done?.undo();
      setDone(undefined);
      setSays(saysThen);
    },
    [done],
  );
  return { done, says, offer, undo };
}
