import { loadCatalog, type Words } from '../../shell/locale.ts';
import { jobsCatalog } from '../hiring-words.ts';

const words: Words = {
  zh: () => import('../../locales/zh/hire.po'),
  en: () => import('../../locales/en/hire.po'),
};

/** The recruiter's board with its words, and those of jobs and of members, of whom it tells. */
export const loadHire = async () =>
  (
    await Promise.all([
      import('./pages.ts'),
      loadCatalog(words),
      loadCatalog(jobsCatalog),
      loadCatalog('members'),
      loadCatalog('people'),
    ])
  )[0];
