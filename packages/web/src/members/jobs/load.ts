import { loadCatalog, type Words } from '../../shell/locale.ts';

const words: Words = {
  zh: () => import('../../locales/zh/jobs.po'),
  en: () => import('../../locales/en/jobs.po'),
};

/** The pages of jobs, with their words. */
export const loadJobs = async () => (await Promise.all([import('./pages.ts'), loadCatalog(words)]))[0];
