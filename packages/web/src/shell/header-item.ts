/** How a way in the head of the page looks. */
export const headerItem =
  'inline-flex min-h-11 items-center border-b-2 border-transparent px-0.5 text-ink-2 hover:text-ink data-[status=active]:border-celadon data-[status=active]:font-semibold data-[status=active]:text-ink';
