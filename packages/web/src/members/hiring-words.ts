import { loadCatalog, type Words } from '../shell/locale.ts';

/** Words of jobs, for pages beside them that show one. */
export const jobsCatalog: Words = {
  zh: () => import('../locales/zh/jobs.po'),
  en: () => import('../locales/en/jobs.po'),
};

/** Words of messages in an application, of being open to work, and of invitations. */
const hiringCatalog: Words = {
  zh: () => import('../locales/zh/hiring.po'),
  en: () => import('../locales/en/hiring.po'),
};

/** All words that messages and invitations show: lines of members and of jobs have their own. */
export const loadHiringWords = () =>
  Promise.all([hiringCatalog, jobsCatalog, 'members' as const, 'people' as const].map(loadCatalog));
