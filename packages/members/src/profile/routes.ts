import type { membersRoutes } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { dropPhoto, setPhoto } from './photo.ts';
import * as service from './service.ts';

type Routes = Pick<
  typeof membersRoutes,
  'person' | 'ownProfile' | 'editHead' | 'editSection' | 'setPhoto' | 'dropPhoto'
>;

/** Handlers of profiles. */
export function profileHandlers(ctx: Context): Handlers<Routes> {
  return {
    // A hot one, put together field by field: its schema is held against it by a test, not for each reader.
    async person({ params, request, reply }) {
      const person = await service.readPerson(ctx, request, params.handle);
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(person));
    },
    ownProfile: ({ request }) => service.readOwn(ctx, memberOf(request)),
    editHead: ({ body, request }) => service.editHead(ctx, memberOf(request), body),
    setPhoto: ({ body, request }) => setPhoto(ctx, memberOf(request), body.picture),
    dropPhoto: ({ request }) => dropPhoto(ctx, memberOf(request)),
    editSection: ({ body, request }) => service.editSection(ctx, memberOf(request), body),
  };
}
