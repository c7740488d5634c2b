import type { Words } from '../../shell/locale.ts';

/** Words of jobs; apart from their pages, which load others that need them too. */
export const jobsCatalog: Words = {
  zh: () => import('../../locales/zh/jobs.po'),
  en: () => import('../../locales/en/jobs.po'),
};
