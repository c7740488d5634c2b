import { useLingui } from '@lingui/react/macro';

/** A month such as `2026-11`, as people say it. */
export function useMonth(): (month: string) => string {
  const { i18n } = useLingui();
  const format = new Intl.DateTimeFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    month: i18n.locale === 'zh' ? 'long' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (month) => format.format(new Date(`${month}-01`));
}

/** A language's name in the language on the screen, from its code. */
export function useLanguageName(): (code: string) => string {
  const { i18n } = useLingui();
  const names = new Intl.DisplayNames([i18n.locale === 'zh' ? 'zh-CN' : 'en'], { type: 'language' });
  return (code) => names.of(code) ?? code;
}
