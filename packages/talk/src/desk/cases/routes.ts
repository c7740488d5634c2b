import type { deskRoutes } from '@teahouse/contract/desk';
import type { Handlers } from '@teahouse/kit/http';
import { asPictureOnly } from '../../pictures/routes.ts';
import { readShownAt } from '../../pictures/store.ts';
import { bytesOf } from '../../wire.ts';
import { staffOf } from '../access.ts';
import type { DeskContext } from '../context.ts';
import { refuse } from '../errors.ts';
import * as service from './service.ts';
import { viewCase } from './view.ts';

type Names = 'cases' | 'case' | 'assign' | 'note' | 'decide' | 'undo' | 'casePicture';

const placeIn = ({ room, post }: { room: string; post: string }) => ({ room, post: bytesOf(post) });

export const caseHandlers = (ctx: DeskContext): Handlers<Pick<typeof deskRoutes, Names>> => ({
  cases: ({ query, request }) => service.pageOfCases(ctx, staffOf(request), query),
  case: ({ params, request }) => viewCase(ctx, staffOf(request), placeIn(params)),
  assign: ({ params, body, request }) => service.assign(ctx, staffOf(request), placeIn(params), body.to),
  note: ({ params, body, request }) => service.leaveNote(ctx, staffOf(request), placeIn(params), body.words),
  decide: ({ params, body, request }) => service.decide(ctx, staffOf(request), placeIn(params), body),
  undo: ({ params, request }) =>
    service.undo(ctx, staffOf(request), placeIn(params), bytesOf(params.decision)),
  /** Throws `unknown-picture`. Kept by nobody on its way: others may not see it. */
  async casePicture({ params, reply }) {
    const shown = await readShownAt(ctx, { ...placeIn(params), hash: bytesOf(params.hash) });
    if (!shown) throw refuse('unknown-picture');
    return reply.headers(asPictureOnly).header('cache-control', 'no-store').type('image/webp').send(shown);
  },
});
