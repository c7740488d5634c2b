import { z } from 'zod';
import { membersLimits as l } from './limits.ts';

/* Of which the schemas of every feature are made. */

export const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
export const Locale = z.enum(['zh', 'en']);
export const Email = z.email().max(l.emailMax);
export const Code = z.string().regex(/^\d{6}$/, 'six digits');
/** One line without controls, without what is invisible or turns the direction of what follows (UAX #9), and no tower of marks. */
export const PlainText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(
      /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\u2800]*$/u,
      'one line of plain text',
    )
    .regex(/^(?!.*\p{M}{5})/u, 'at most four marks on a letter');
export const Password = z.string().min(l.passwordMin).max(l.passwordMax);
