import { loadHiringWords } from './catalog.ts';

/** The pages, with their words. */
export const loadHiring = async () => (await Promise.all([import('../open/pages.ts'), loadHiringWords()]))[0];
