import { Plural } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { DownIcon } from '../../ui/icons.tsx';
import { useThread } from './thread-context.ts';

/** Those of the arrived posts that have not been on the screen yet. */
function useUnseen(): string[] {
  const { arrived } = useThread();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      const shown = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target.id.slice(2));
      if (shown.length > 0) setSeen((before) => new Set([...before, ...shown]));
    });
    for (const id of arrived) {
      const element = document.getElementById(`p-${id}`);
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [arrived]);
  return [...arrived].filter((id) => !seen.has(id));
}

/** "3 new": shown while replies have come that are off the screen; leads to the first of them. */
export function NewChip() {
  const unseen = useUnseen();
  const [first] = unseen;
  return (
    <div role="status" className="pointer-events-none sticky bottom-32 z-20 flex justify-center">
      {first ? (
        <button
          type="button"
          className="btn rise pointer-events-auto shadow-lg"
          onClick={() => document.getElementById(`p-${first}`)?.scrollIntoView({ block: 'center' })}
        >
          <DownIcon />
          <Plural value={unseen.length} one="# new reply" other="# new replies" />
        </button>
      ) : null}
    </div>
  );
}
