import { loadCatalog, type Words } from '../../shell/locale.ts';
import { jobsCatalog } from '../jobs/catalog.ts';

/** Words of messages in an application, of being open to work, and of invitations. */
const hiringCatalog: Words = {
  zh: () => import('../../locales/zh/hiring.po'),
  en: () => import('../../locales/en/hiring.po'),
};

/** All words that these pages and parts show: lines of members and of jobs have their own. */
export const loadHiringWords = () =>
  Promise.all([hiringCatalog, jobsCatalog, 'members' as const, 'people' as const].map(loadCatalog));
