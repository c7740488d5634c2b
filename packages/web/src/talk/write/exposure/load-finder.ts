import type { ExposureContext, Hint } from './types.ts';

type Finder = (text: string, context?: ExposureContext) => Hint[];
let finder: Promise<Finder> | undefined;

/** The rules, fetched when somebody first writes; a fetch that failed is tried again at the next call. */
export function loadFinder(): Promise<Finder> {
  finder ??= import('./find-hints.ts').then(
    (module) => module.findHints,
    (error: unknown) => {
      finder = undefined;
      throw error;
    },
  );
  return finder;
}
