import { useLingui } from '@lingui/react/macro';

/** A day of the public files (UTC) as a date, also one that has yet to come. */
export function useDateWords(): (day: string) => string {
  const { i18n } = useLingui();
  const tag = i18n.locale === 'zh' ? 'zh-CN' : 'en-GB';
  return (day) =>
    new Intl.DateTimeFormat(tag, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(`${day}T00:00:00Z`),
    );
}
