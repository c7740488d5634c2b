import type { Accepted } from '@teahouse/contract/talk';
import type { z } from 'zod';
import { slotText, textOf } from '../wire.ts';
import type { OpenedAct } from './envelope.ts';
import type { AcceptedRow } from './read.ts';

/** The answer to an act: its id, and where the post that it is or changes stands. */
export function presentAccepted(act: OpenedAct, { seq, slot }: AcceptedRow): z.input<typeof Accepted> {
  return { id: textOf(act.id), thread: textOf(act.thread), seq, slot: slotText(slot) };
}
