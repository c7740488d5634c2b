import { loadHiringWords } from '../hiring-words.ts';

/** The pages of messages and of being open to work, with their words. */
export const loadHiring = async () => (await Promise.all([import('../open/pages.ts'), loadHiringWords()]))[0];
