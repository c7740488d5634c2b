import { z } from 'zod';
import { Bytes } from '../../common.ts';
import { Slug } from '../../issuer.ts';
import { Slot } from '../basics.ts';
import { talkLimits } from '../limits.ts';
import { Decision } from '../order.ts';

/* The right of reply: what a company says under a thread about it. docs/decisions/0026. */

/** A statement as it travels: canonical bytes (`encodeStatement`), its words, and the key that signed. */
export const OfficialStatement = z.strictObject({
  statement: Bytes().max(Math.ceil((talkLimits.headerBytes * 8) / 6)),
  text: z
    .string()
    .min(1)
    .max(2 * talkLimits.officialCharacters),
  key: Bytes(32),
  signature: Bytes(64),
});
export type OfficialStatement = z.infer<typeof OfficialStatement>;

/** All that a company said under a thread, oldest first, and what its verified colleagues say of it. */
export const OfficialAnswer = z.object({
  company: Slug,
  /** Words are null of what a moderator took away; the statement stays, so that the next one names it. */
  versions: z.array(
    OfficialStatement.extend({ version: z.int(), slot: Slot, text: OfficialStatement.shape.text.nullable() }),
  ),
  /** The last decision that took something away; null where nothing was. */
  removal: Decision.nullable(),
  /** Null below `verdictFloor`. */
  resolves: z.object({ yes: z.int(), no: z.int() }).nullable(),
});
export type OfficialAnswer = z.infer<typeof OfficialAnswer>;
export const OfficialView = z.object({ answer: OfficialAnswer.nullable() });
export type OfficialView = z.infer<typeof OfficialView>;
