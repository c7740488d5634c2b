import { useContext, useMemo, useState } from 'react';
import { ThreadContext } from '../../read/thread-context.ts';
import { nameIn } from '../../text/mentions.ts';
import { type Callable, callableBy, type NameQuery, nameQuery } from './name-query.ts';

const nobody: readonly Callable[] = [];

/** Everyone else who speaks in the thread on the screen; nobody where there is none. */
function useEveryone(): readonly Callable[] {
  const thread = useContext(ThreadContext);
  return useMemo(() => {
    if (!thread) return nobody;
    const { presented, aliases, isMine, view } = thread;
    return [...presented].flatMap(([pseudonym, alias]) => {
      const row = aliases.get(pseudonym);
      if (row && isMine(row)) return [];
      return [{ pseudonym, alias, opener: pseudonym === view.thread.opener.pseudonym }];
    });
  }, [thread]);
}

/** The names that can be chosen while one is typed with `@`. */
export interface NameChoice {
  readonly query: NameQuery | null;
  readonly found: readonly Callable[];
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** The caret moved; null: it left the field. */
  readonly caretAt: (caret: number | null) => void;
  /** Not this time: until another `@` is typed. */
  readonly dismiss: () => void;
}

/** Names for the word at the caret of a text. `found` is empty while there is nothing to choose. */
export function useNames(text: string): NameChoice {
  const everyone = useEveryone();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const query = caret === null || everyone.length === 0 ? null : nameQuery(text, caret);
  const matching = query && query.at !== dismissed ? callableBy(query.typed, everyone) : nobody;
  // Somebody who wrote a name out to its end has chosen already.
  const sole = matching.length === 1 ? matching[0] : undefined;
  const written = sole && (['zh', 'en'] as const).some((lang) => nameIn(sole.alias, lang) === query?.typed);
  const found = written ? nobody : matching;
  return {
    query,
    found,
    active: Math.min(active, Math.max(0, found.length - 1)),
    setActive,
    caretAt: (next) => {
      if (next === caret) return;
      setCaret(next);
      setActive(0);
      if (next === null || nameQuery(text, next)?.at !== dismissed) setDismissed(null);
    },
    dismiss: () => setDismissed(query?.at ?? null),
  };
}
