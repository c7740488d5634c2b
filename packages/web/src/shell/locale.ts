import { i18n, type Messages } from '@lingui/core';

export type Locale = 'zh' | 'en';
/** The parts of the app that bring a catalog of their own. */
export type Part =
  | 'first'
  | 'read'
  | 'find'
  | 'votes'
  | 'write'
  | 'inside'
  | 'keep'
  | 'members'
  | 'people'
  | 'feed'
  | 'about'
  | 'proof'
  | 'share'
  | 'desk'
  | 'order'
  | 'seek'
  | 'house'
  | 'developers';

const key = 'teahouse.locale';

/** The words of a part in both languages, each fetched when it is needed. */
export type Words = Readonly<Record<Locale, () => Promise<{ messages: Messages }>>>;

const catalogs: Record<Part, Words> = {
  first: { zh: () => import('../locales/zh/first.po'), en: () => import('../locales/en/first.po') },
  read: { zh: () => import('../locales/zh/read.po'), en: () => import('../locales/en/read.po') },
  votes: { zh: () => import('../locales/zh/votes.po'), en: () => import('../locales/en/votes.po') },
  find: { zh: () => import('../locales/zh/find.po'), en: () => import('../locales/en/find.po') },
  write: { zh: () => import('../locales/zh/write.po'), en: () => import('../locales/en/write.po') },
  keep: { zh: () => import('../locales/zh/keep.po'), en: () => import('../locales/en/keep.po') },
  members: { zh: () => import('../locales/zh/members.po'), en: () => import('../locales/en/members.po') },
  people: { zh: () => import('../locales/zh/people.po'), en: () => import('../locales/en/people.po') },
  feed: { zh: () => import('../locales/zh/feed.po'), en: () => import('../locales/en/feed.po') },
  about: { zh: () => import('../locales/zh/about.po'), en: () => import('../locales/en/about.po') },
  proof: { zh: () => import('../locales/zh/proof.po'), en: () => import('../locales/en/proof.po') },
  share: { zh: () => import('../locales/zh/share.po'), en: () => import('../locales/en/share.po') },
  desk: { zh: () => import('../locales/zh/desk.po'), en: () => import('../locales/en/desk.po') },
  order: { zh: () => import('../locales/zh/order.po'), en: () => import('../locales/en/order.po') },
  seek: { zh: () => import('../locales/zh/seek.po'), en: () => import('../locales/en/seek.po') },
  house: { zh: () => import('../locales/zh/house.po'), en: () => import('../locales/en/house.po') },
  developers: {
    zh: () => import('../locales/zh/developers.po'),
    en: () => import('../locales/en/developers.po'),
  },
  inside: { zh: () => import('../locales/zh/inside.po'), en: () => import('../locales/en/inside.po') },
};
const wanted = new Set<Words>();

const isLocale = (value: unknown): value is Locale => value === 'zh' || value === 'en';

/** The choice kept on this device, or else what the browser speaks; English for everyone who does not read Chinese. */
export function preferredLocale(): Locale {
  const kept = localStorage.getItem(key);
  if (isLocale(kept)) return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The language on the screen. */
export const currentLocale = (): Locale => (i18n.locale === 'en' ? 'en' : 'zh');

/**
 * Loads a part's words in the language on the screen; resolves when they can be shown. A part that opens late brings its
 * words along, so that the first page doesn't know of them.
 */
export async function loadCatalog(part: Part | Words): Promise<void> {
  const words = typeof part === 'string' ? catalogs[part] : part;
  if (wanted.has(words)) return;
  wanted.add(words);
  const locale = currentLocale();
  i18n.load(locale, (await words[locale]()).messages);
}

/** Changes the language of everything at once, and keeps the choice on the device. */
export async function setLocale(locale: Locale, keep = true): Promise<void> {
  if (keep) localStorage.setItem(key, locale);
  wanted.add(catalogs.first);
  const loaded = await Promise.all([...wanted].map((words) => words[locale]()));
  for (const { messages } of loaded) i18n.load(locale, messages);
  i18n.activate(locale);
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
}
