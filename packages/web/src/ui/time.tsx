import { useLingui } from '@lingui/react/macro';

const day = 86_400_000;
const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** Days between two dates as calendars count them: yesterday evening is one day ago this morning. */
const daysBetween = (from: Date, to: Date): number => Math.round((startOfDay(to) - startOfDay(from)) / day);

function words(date: Date, now: Date, locale: string): string {
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB';
  const days = daysBetween(date, now);
  const clock = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (days <= 0) return clock.format(date);
  if (days < 7) return new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(-days, 'day');
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(tag, {
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...year,
  }).format(date);
}

/** A time of talk. It is exact to five minutes at most, as nothing finer is stored (protocol.md, "Parameters"). */
export function SlotTime({ slot }: { slot: string }) {
  const { i18n } = useLingui();
  const date = new Date(slot);
  const full = date.toLocaleString(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return (
    <time dateTime={slot} title={full} className="whitespace-nowrap">
      {words(date, new Date(), i18n.locale)}
    </time>
  );
}
