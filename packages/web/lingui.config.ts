import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** What a client says that stopped at a log: every half can meet it. */
const logWords = 'src/log/words.ts';

/** One catalog a half, one for proofs and one for sharing, so that a reader of the square does not carry the words of the sign-up along. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'zh'],
  format: formatter({ lineNumbers: false, origins: false }),
  orderBy: 'message',
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}/read',
      include: ['src/shell', 'src/ui', 'src/talk/read', 'src/talk/text'],
    },
    { path: '<rootDir>/src/locales/{locale}/write', include: ['src/talk/write', logWords] },
    { path: '<rootDir>/src/locales/{locale}/share', include: ['src/talk/share'] },
    { path: '<rootDir>/src/locales/{locale}/keep', include: ['src/talk/keep'] },
    {
      path: '<rootDir>/src/locales/{locale}/inside',
      include: ['src/talk/inside', 'src/talk/inbox', logWords],
    },
    { path: '<rootDir>/src/locales/{locale}/members', include: ['src/members', logWords] },
    { path: '<rootDir>/src/locales/{locale}/proof', include: ['src/proof', 'src/log'] },
    { path: '<rootDir>/src/locales/{locale}/about', include: ['src/about'] },
  ],
});
