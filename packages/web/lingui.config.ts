import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** One catalog a half, so that a reader of the square does not carry the words of the sign-up along. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'zh'],
  format: formatter({ lineNumbers: false, origins: false }),
  orderBy: 'message',
  catalogs: [
    { path: '<rootDir>/src/locales/{locale}/read', include: ['src/shell', 'src/ui', 'src/talk/read'] },
    { path: '<rootDir>/src/locales/{locale}/write', include: ['src/talk/write'] },
    { path: '<rootDir>/src/locales/{locale}/members', include: ['src/members'] },
    { path: '<rootDir>/src/locales/{locale}/about', include: ['src/about'] },
  ],
});
