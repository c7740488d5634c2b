import { loadCatalog, type Words } from '../../shell/locale.ts';

const words: Words = {
  zh: () => import('../../locales/zh/account.po'),
  en: () => import('../../locales/en/account.po'),
};

/** The pages of the account itself, with their words. */
export const loadSettings = async () => (await Promise.all([import('./pages.ts'), loadCatalog(words)]))[0];
