import type { deskRoutes } from '@teahouse/contract/desk';
import type { Handlers } from '@teahouse/kit/http';
import { bytesOf } from '../../wire.ts';
import { staffOf } from '../access.ts';
import type { DeskContext } from '../context.ts';
import { answer, pageOfAppeals } from './service.ts';

export const appealHandlers = (
  ctx: DeskContext,
): Handlers<Pick<typeof deskRoutes, 'appeals' | 'answerAppeal'>> => ({
  appeals: ({ query, request }) => pageOfAppeals(ctx, staffOf(request), query),
  answerAppeal: ({ params: { room, decision }, body, request }) =>
    answer(ctx, staffOf(request), { room, decision: bytesOf(decision) }, body),
});
