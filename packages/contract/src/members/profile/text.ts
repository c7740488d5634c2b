import { z } from 'zod';

/** Nothing invisible, nothing that turns the direction of what follows (UAX #9); see `PlainText` of the sign-up. */
const hidden = '\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\\u115f\\u1160\\u3164\\uffa0\\u2800';
const oneLine = new RegExp(`^[^\\p{Cc}${hidden}]*$`, 'u');
const lines = new RegExp(`^(?:\\n|[^\\p{Cc}${hidden}])*$`, 'u');
const noTower = /^(?!.*\p{M}{5})/su;

/** One line of plain text, empty or not. */
export const Line = (max: number, min = 0) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(oneLine, 'one line of plain text')
    .regex(noTower, 'at most four marks on a letter');

/** Plain text with line breaks. */
export const Lines = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(max).regex(lines, 'plain text').regex(noTower, 'at most four marks on a letter'));
