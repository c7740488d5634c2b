import { dayOf } from '@teahouse/protocol';

/** The day some days after a moment, UTC. */
export function dayAfter(moment: Date, days: number): string {
  return dayOf(new Date(moment.getTime() + days * 86_400_000));
}

/** Last day of the month of a day. */
export function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return dayOf(new Date(Date.UTC(year, month, 0)));
}

/** The same day of a later month, UTC; the month's last where it has no such day. */
export function monthsAfter(moment: Date, months: number): string {
  const first = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(moment.getUTCDate(), last));
  return dayOf(first);
}
