/** What must be taken away however this process ends: folders, and file systems mounted over them. */
const leftovers = new Set<() => void>();

/** Has `remove` run at the end of the process, unless what is returned was called before. */
export function leftover(remove: () => void): () => void {
  const once = () => {
    if (leftovers.delete(once)) remove();
  };
  leftovers.add(once);
  return once;
}

/** Takes all away that is left, the last first. */
export function clearLeftovers(): void {
  for (const remove of [...leftovers].reverse()) remove();
}
