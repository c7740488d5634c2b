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
    access: row.access,
    // How much is said among colleagues is theirs to know.
    threads: row.access === 'public' ? row.threads : 0,
    lastSlot: row.access === 'public' && row.last_slot !== null ? slotText(row.last_slot) : null,
  };
}
