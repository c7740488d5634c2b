/** What runs once a day, and when: hour and minute, UTC. */
export const daily = {
  'issuer-daily': { hour: 3, minute: 0 },
  'feed-sweep': { hour: 4, minute: 30 },
} as const;

/** As cron writes it. */
export const cronOf = ({ hour, minute }: { hour: number; minute: number }): string =>
  `${minute} ${hour} * * *`;

/** Whether the time of a day has not come yet. */
export const isAhead = ({ hour, minute }: { hour: number; minute: number }, now: Date): boolean =>
  now.getUTCHours() * 60 + now.getUTCMinutes() < hour * 60 + minute;
