import { useLingui } from '@lingui/react/macro';

const dayLength = 86_400_000;

/** A day of the public files (UTC) in words: today, yesterday, Tuesday's date. */
export function useDayWords(): (day: string) => string {
  const { i18n } = useLingui();
  const tag = i18n.locale === 'zh' ? 'zh-CN' : 'en-GB';
  const today = Math.floor(Date.now() / dayLength);
  return (day) => {
    const start = Date.parse(`${day}T00:00:00Z`);
    const ago = today - Math.floor(start / dayLength);
    if (ago < 7)
      return new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(-Math.max(ago, 0), 'day');
    const month = i18n.locale === 'zh' ? 'long' : 'short';
    return new Intl.DateTimeFormat(tag, { month, day: 'numeric', timeZone: 'UTC' }).format(start);
  };
}
