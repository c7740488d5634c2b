import { z } from 'zod';
import { Bytes } from '../common.ts';

export const Week = z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'an ISO week such as 2026-W47');
export const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'a day such as 2026-11-22');
/** A time floored to five minutes, ISO 8601, UTC. */
export const Slot = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d[05]:00Z$/);
export const Hash = Bytes(32);
