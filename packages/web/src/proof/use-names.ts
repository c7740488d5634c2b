import type { Names } from '@teahouse/proof';
import { talk } from '../talk/read/api.ts';
import { createReading, useReading } from '../talk/read/reading.ts';
import { directory } from '../talk/read/readings.ts';

const info = createReading({ read: () => talk.info(), fresh: 600_000 });

/**
 * Names of companies and industries, where a proof is of this very house; ids stand in for those of others, and
 * offline.
 */
export function useNames(instance: string): Names | undefined {
  const here = useReading(info).data?.instance;
  const { data } = useReading(directory);
  return here === instance ? data : undefined;
}
