import { loadCatalog, type Words } from '../../shell/locale.ts';
import { accountCatalog } from '../account/load.ts';

const words: Words = {
  zh: () => import('../../locales/zh/console.po'),
  en: () => import('../../locales/en/console.po'),
};

/** The pages of the console with their words: those of the account for the proof, of order for its reasons. */
export const loadConsole = async () =>
  (
    await Promise.all([
      import('./pages.ts'),
      loadCatalog(words),
      loadCatalog(accountCatalog),
      loadCatalog('members'),
      loadCatalog('house'),
    ])
  )[0];
