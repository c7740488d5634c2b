import { loadCatalog, type Words } from '../../shell/locale.ts';

const words: Words = {
  zh: () => import('../../locales/zh/companies.po'),
  en: () => import('../../locales/en/companies.po'),
};

/** The pages of companies with their words, and those of people, whose lines they show. */
export const loadCompanies = async () =>
  (
    await Promise.all([
      import('./pages.ts'),
      loadCatalog(words),
      loadCatalog('members'),
      loadCatalog('people'),
    ])
  )[0];
