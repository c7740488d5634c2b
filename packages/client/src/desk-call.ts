import type { deskRoutes } from '@teahouse/contract/desk';
import { deskPaths, deskPrefix } from '@teahouse/contract/desk/paths';
import { type Caller, createCaller, type Fetch } from './call.ts';

/* Apart from `call.ts`: nobody but staff carries the desk's addresses along. */

export type DeskCaller = Caller<typeof deskRoutes>;

/** Calls to the desk: its own cookie goes along, and the header that a foreign page can't send. Never a room's key. */
export const createDeskCaller = (origin: string, fetch: Fetch): DeskCaller =>
  createCaller<typeof deskRoutes>(deskPaths, {
    base: origin + deskPrefix,
    fetch,
    credentials: 'include',
    headers: { 'x-teahouse': '1' },
  });
