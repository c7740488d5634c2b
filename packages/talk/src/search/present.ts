import type { Found } from '@teahouse/contract/talk';
import { markFragment, markWhole } from '@teahouse/kit/words/marks';
import type { Term } from '@teahouse/kit/words/query';
import { presentAlias } from '../threads/present.ts';
import { slotText, textOf } from '../wire.ts';
import type { FoundRow } from './store.ts';

/** A post that was found: its thread's title, and the stretch of its words that answers, with what was asked for marked. */
export function presentFound(row: FoundRow, terms: readonly Term[]): Found {
  return {
    room: row.room_id,
    thread: textOf(row.thread_id),
    post: textOf(row.id),
    seq: row.seq,
    title: markWhole(row.title, terms),
    words: markFragment(row.text, terms),
    lang: row.lang,
    alias: presentAlias(row),
    slot: slotText(row.slot),
  };
}
