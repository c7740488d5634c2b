import type { PresentedAlias } from '@teahouse/client/talk/present';
import type { Alias, Post, ThreadView } from '@teahouse/contract/talk';
import { createContext, useContext } from 'react';

/** What somebody is about to write in the thread on the screen. `quote`: words to be put into the draft first. */
export type Writing = { readonly kind: 'reply' | 'edit'; readonly post: Post; readonly quote?: string };

export interface ThreadContextValue {
  readonly view: ThreadView;
  readonly presented: ReadonlyMap<string, PresentedAlias>;
  readonly aliases: ReadonlyMap<string, Alias>;
  readonly isMine: (alias: Alias) => boolean;
  readonly writing: Writing | null;
  readonly setWriting: (writing: Writing | null) => void;
  /** Posts that came while the page was open. */
  readonly arrived: ReadonlySet<string>;
}

export const ThreadContext = createContext<ThreadContextValue | null>(null);

/** The thread that the page shows. */
export function useThread(): ThreadContextValue {
  const value = useContext(ThreadContext);
  if (!value) throw new Error('outside of a thread');
  return value;
}
