/** What a page of the network shows. */
export const views = ['start', 'connections', 'sent', 'following', 'followers', 'blocked'] as const;
export type View = (typeof views)[number];

/** As it stands in the address. */
export interface NetworkSearch {
  readonly view?: View;
}

const isView = (value: unknown): value is View => views.includes(value as View);

/** The view that an address names; the first one where it names none. */
export const viewOf = (search: Record<string, unknown>): View =>
  isView(search.view) ? search.view : 'start';
