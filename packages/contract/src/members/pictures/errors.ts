import type { ErrorTable } from '../../common.ts';

export const pictureErrors = {
  'picture-invalid': { status: 422, title: 'This is no picture that can be shown: send JPEG, PNG or WebP' },
  'picture-unknown': { status: 404, title: 'There is no such picture' },
  'picture-drafts': {
    status: 429,
    title: 'Too many pictures are waiting to be used: post or drop some first',
  },
} as const satisfies ErrorTable;
