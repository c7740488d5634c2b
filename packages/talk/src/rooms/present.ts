import type { Room } from '@teahouse/contract/talk';
import { slotText } from '../wire.ts';
import type { RoomRow } from './store.ts';

export function presentRoom(row: RoomRow): Room {
  return {
    id: row.id,
    kind: row.kind,
    name: { zh: row.name_zh, en: row.name_en },
    company: row.company,
    industry: row.industry,
    threads: row.threads,
    lastSlot: row.last_slot === null ? null : slotText(row.last_slot),
  };
}
