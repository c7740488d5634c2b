import type { ErrorTable } from '../../common.ts';

export const verificationErrors = {
  'letters-off': { status: 404, title: 'This house takes no mail from work addresses' },
  'badge-invalid': { status: 422, title: 'This is no picture that can be read' },
  'badge-waits': { status: 409, title: 'A badge of yours waits for its decision already' },
  'badge-unknown': { status: 404, title: 'There is no such badge that waits' },
  'badge-gone': { status: 410, title: 'The picture was destroyed' },
  'role-missing': { status: 403, title: 'This needs a role that you do not have' },
  'review-own': { status: 403, title: 'Nobody decides on a badge of their own' },
  'review-colleague': { status: 403, title: 'Nobody decides on a badge of their own employer' },
  'number-taken': { status: 409, title: 'This staff number stands for another member at present' },
} as const satisfies ErrorTable;
