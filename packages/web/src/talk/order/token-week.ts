import type { OwnNotice } from '@teahouse/client';

const day = 86_400_000;

/** Where in the ISO week (UTC) a time falls: 0 on Monday to 6 on Sunday. protocol.md 3. */
export const dayOfWeek = (now: number): number => (new Date(now).getUTCDay() + 6) % 7;

/** When the next tokens can be drawn: the beginning of Monday, UTC (milliseconds since 1970). */
export const nextDraw = (now: number): number => Math.floor(now / day) * day + (7 - dayOfWeek(now)) * day;

const losing: readonly string[] = ['remove', 'ban-picture', 'forfeit'];

/** Decisions by which tokens were lost, those that did not hold left out. */
export const losses = (notices: readonly OwnNotice[]): OwnNotice[] =>
  notices.filter(
    ({ post, day, action, appeal }) =>
      losing.includes(action) &&
      appeal !== 'granted' &&
      !notices.some((one) => one.post === post && one.action === 'restore' && one.day >= day),
  );
