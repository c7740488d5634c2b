import { loadCatalog, type Words } from '../../shell/locale.ts';

/** Words of the account, of which the console needs some, too. */
export const accountCatalog: Words = {
  zh: () => import('../../locales/zh/account.po'),
  en: () => import('../../locales/en/account.po'),
};

/** The pages of the account itself, with their words. */
export const loadSettings = async () =>
  (await Promise.all([import('./pages.ts'), loadCatalog(accountCatalog)]))[0];
