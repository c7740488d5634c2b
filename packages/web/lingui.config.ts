import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** What a client says that stopped at a log: every half can meet it. */
const logWords = 'src/log/words.ts';

/** What went wrong in ways that the first page seldom meets. */
const moreErrors = 'src/ui/more-error-words.ts';

/** Stands below everything, and comes after it. */
const footer = 'src/shell/footer.tsx';

/** What members tell, and what they are told. */
const feed = ['src/members/feed', 'src/members/notices'];

/** Pages of members, and what they are to each other. */
const people = ['src/members/profile', 'src/members/network'];

/** Companies' pages, and those who act for one. */
const companies = ['src/members/companies'];

/** Search in the named half, but for the field in its bar, and order. */
const seek = ['search-page', 'facets', 'people', 'found', 'companies', 'posts']
  .map((name) => `src/members/search/${name}.tsx`)
  .concat('src/members/search/words.ts');
const house = ['src/members/order'];

/** What recruiters and those who look for work say to each other. */
const hiring = ['src/members/messages', 'src/members/open'];

/** What of talk's pages the first page shows: its words come before anything else. */
const firstPage = [
  ...['square-page', 'thread-list', 'thread-row', 'rooms-nav', 'face'].map(
    (name) => `src/talk/read/${name}.tsx`,
  ),
  'src/talk/read/label-of.ts',
];

/** One catalog a half, and one for each part that opens later, so that a reader of the square does not carry all words along. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'zh'],
  format: formatter({ lineNumbers: false, origins: false }),
  orderBy: 'message',
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}/first',
      include: ['src/shell', 'src/ui', 'src/talk/find/lists', ...firstPage],
      exclude: [moreErrors, footer],
    },
    {
      path: '<rootDir>/src/locales/{locale}/read',
      include: ['src/talk/read', 'src/talk/text', moreErrors, footer],
      exclude: firstPage,
    },
    { path: '<rootDir>/src/locales/{locale}/find', include: ['src/talk/find/more'] },
    { path: '<rootDir>/src/locales/{locale}/votes', include: ['src/talk/votes'] },
    { path: '<rootDir>/src/locales/{locale}/write', include: ['src/talk/write', logWords] },
    { path: '<rootDir>/src/locales/{locale}/order', include: ['src/talk/order'] },
    { path: '<rootDir>/src/locales/{locale}/share', include: ['src/talk/share'] },
    { path: '<rootDir>/src/locales/{locale}/keep', include: ['src/talk/keep'] },
    {
      path: '<rootDir>/src/locales/{locale}/inside',
      include: ['src/talk/inside', 'src/talk/inbox', logWords],
    },
    {
      path: '<rootDir>/src/locales/{locale}/members',
      include: ['src/members', logWords],
      exclude: [
        ...[...people, ...companies, ...house, ...seek, ...feed, ...hiring],
        ...['src/members/account', 'src/members/jobs', 'src/members/hire', 'src/members/console'],
      ],
    },
    { path: '<rootDir>/src/locales/{locale}/people', include: people },
    { path: '<rootDir>/src/locales/{locale}/companies', include: companies },
    { path: '<rootDir>/src/locales/{locale}/official', include: ['src/talk/official'] },
    { path: '<rootDir>/src/locales/{locale}/feed', include: feed },
    { path: '<rootDir>/src/locales/{locale}/seek', include: seek },
    { path: '<rootDir>/src/locales/{locale}/jobs', include: ['src/members/jobs'] },
    { path: '<rootDir>/src/locales/{locale}/hire', include: ['src/members/hire'] },
    { path: '<rootDir>/src/locales/{locale}/hiring', include: hiring },
    { path: '<rootDir>/src/locales/{locale}/house', include: house },
    { path: '<rootDir>/src/locales/{locale}/developers', include: ['src/developers'] },
    { path: '<rootDir>/src/locales/{locale}/account', include: ['src/members/account'] },
    { path: '<rootDir>/src/locales/{locale}/console', include: ['src/members/console'] },
    { path: '<rootDir>/src/locales/{locale}/proof', include: ['src/proof', 'src/log'] },
    { path: '<rootDir>/src/locales/{locale}/about', include: ['src/about'] },
    { path: '<rootDir>/src/locales/{locale}/desk', include: ['src/desk'] },
  ],
});
