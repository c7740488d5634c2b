import { useLingui } from '@lingui/react/macro';

const length = 86_400_000;

/** A day as people say it: today, yesterday, or the date. Nothing finer is known (decision 9). */
export function useDayWords(): (day: string) => string {
  const { i18n } = useLingui();
  const tag = i18n.locale === 'zh' ? 'zh-CN' : 'en-GB';
  return (day) => {
    const then = Date.parse(day);
    const today = Date.parse(new Date().toISOString().slice(0, 10));
    const days = Math.round((today - then) / length);
    if (days < 2)
      return new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(-Math.max(0, days), 'day');
    const sameYear = new Date(then).getUTCFullYear() === new Date(today).getUTCFullYear();
    return new Intl.DateTimeFormat(tag, {
      month: 'long',
      day: 'numeric',
      ...(sameYear ? {} : { year: 'numeric' as const }),
      timeZone: 'UTC',
    }).format(then);
  };
}
