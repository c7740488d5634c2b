import type { Rng } from '@teahouse/protocol';

/** A random whole number below `limit` (at most 2^32), each as likely as any other. */
function below(limit: number, rng: Rng): number {
  const range = 2 ** 32;
  const fair = range - (range % limit);
  for (;;) {
    const bytes = rng(4);
    const value = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (value < fair) return value % limit;
  }
}

/** The items in random order (Fisher and Yates); the list given stays as it is. */
export function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  const list = [...items];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = below(last + 1, rng);
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
  return list;
}
