import { marks } from './marks.ts';

/** Where a mark may stand although it is looked for, and why. Everything else that is found is a fault. */
export const allowed: readonly { readonly mark: RegExp; readonly file: RegExp; readonly why: string }[] = [
  {
    mark: /^deleted$/,
    file: /^talk\/database\/pg\/(base|pg_wal)\//,
    why: 'Postgres keeps old pages and its log for a while; told as a figure',
  },
  {
    mark: /^answer$/,
    file: /^talk\/database\/pg\/(base|pg_wal)\//,
    why: 'it is a post that anyone may read',
  },
  { mark: /^email$/, file: /^members\/database\/pg\//, why: 'the named half knows its members' },
  { mark: /^account$/, file: /^members\/database\/pg\//, why: 'the named half knows its members' },
  {
    mark: /^(report|note|decision|appeal)$/,
    file: /^talk\/database\/pg\//,
    why: 'the desk reads them; no log line, no other file, and nothing of the named half',
  },
  {
    mark: /^named(Post|Comment|Note|Page)$/,
    file: /^members\/database\/pg\//,
    why: 'words under a name, for those whom their author chose; no log line, no other file, and nothing of talk',
  },
  { mark: /^decision$/, file: /^talk\/public-log\//, why: 'why something was decided is public' },
  { mark: /^key /, file: /^(members|talk)\/secrets\//, why: 'keys live here' },
];

const posted = ['deleted', 'answer'];
/** Marks that no file of either plane may hold. */
export const nowhere = Object.entries(marks).filter(([name]) => !posted.includes(name));
