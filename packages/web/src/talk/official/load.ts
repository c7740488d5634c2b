import { loadCatalog, type Words } from '../../shell/locale.ts';

const words: Words = {
  zh: () => import('../../locales/zh/official.po'),
  en: () => import('../../locales/en/official.po'),
};

/** What a company answers under a thread, with its words and those of votes: loaded beside a thread about one. */
export const loadOfficial = async () =>
  (await Promise.all([import('./official-part.tsx'), loadCatalog(words), loadCatalog('votes')]))[0];
