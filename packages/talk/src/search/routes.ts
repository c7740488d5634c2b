import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';

export const searchHandlers = (_ctx: TalkContext): Handlers<Pick<typeof talkRoutes, 'search'>> => ({
  search: () => Promise.reject(refuse('search-empty')),
});
