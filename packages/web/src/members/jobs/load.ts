import { loadCatalog, type Words } from '../../shell/locale.ts';

export const jobsCatalog: Words = {
  zh: () => import('../../locales/zh/jobs.po'),
  en: () => import('../../locales/en/jobs.po'),
};

/** The pages of jobs, with their words. */
export const loadJobs = async () => (await Promise.all([import('./pages.ts'), loadCatalog(jobsCatalog)]))[0];
