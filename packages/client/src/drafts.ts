import type { Poll } from '@teahouse/protocol';
import { entriesUnder, type Store } from './store.ts';

export interface Draft {
  readonly title?: string;
  readonly text: string;
  readonly label?: { readonly kind: string; readonly company?: string };
  /** Options may still be empty, or the same. */
  readonly poll?: Poll | undefined;
  readonly pictures?: readonly DraftPicture[];
}
/** A picture that is ready to be signed; `alt` as it was typed. */
export interface DraftPicture {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly hash: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}
/** What the draft is for: a new thread in a room, a reply in a thread, an edit of a post, an appeal against a decision. */
export type DraftScope = `room/${string}` | `thread/${string}` | `post/${string}` | `appeal/${string}`;

export interface Drafts {
  get(scope: DraftScope): Promise<Draft | undefined>;
  set(scope: DraftScope, draft: Draft): Promise<void>;
  delete(scope: DraftScope): Promise<void>;
  list(): Promise<{ scope: DraftScope; draft: Draft }[]>;
}

const prefix = 'draft/';

/** Unfinished texts, on the device only. */
export function createDrafts(store: Store): Drafts {
  return {
    get: async (scope) => (await store.get(prefix + scope)) as Draft | undefined,
    set: (scope, draft) => store.set(prefix + scope, draft),
    delete: (scope) => store.delete(prefix + scope),
    list: async () =>
      (await entriesUnder<Draft>(store, prefix)).map(([scope, draft]) => ({
        scope: scope as DraftScope,
        draft,
      })),
  };
}
