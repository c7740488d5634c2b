import { createHash } from 'node:crypto';
import type { Name, Room } from '@teahouse/contract/talk';

/** A room as it is opened; what is said in it is counted elsewhere. */
export type RoomPlan = Pick<Room, 'id' | 'kind' | 'name' | 'company' | 'industry' | 'access'>;

const fixed = (kind: Room['kind'], id: string, zh: string, en: string): RoomPlan => ({
  id,
  kind,
  name: { zh, en },
  company: null,
  industry: null,
  access: 'public',
});

/** The rooms that are there without any company: the square and the topics, in the order they are listed. */
export const fixedRooms: readonly RoomPlan[] = [
  fixed('square', 'square', '广场', 'The square'),
  fixed('topic', 'hours', '加班与工时', 'Hours'),
  fixed('topic', 'moving-on', '跳槽', 'Moving on'),
  fixed('topic', 'pay', '薪资', 'Pay'),
];

/** The room of an industry of the directory. */
export const industryRoom = (industry: string, name: Name): RoomPlan => ({
  id: roomId('ind', industry),
  kind: 'industry',
  name,
  company: null,
  industry,
  access: 'public',
});

/** The room of a company of the directory. */
export const companyRoom = (company: string, industry: string, name: Name): RoomPlan => ({
  id: roomId('co', company),
  kind: 'company',
  name,
  company,
  industry,
  access: 'public',
});

/** The room of a company that only its people read. */
export const insideRoom = (company: string, industry: string, name: Name): RoomPlan => ({
  ...companyRoom(company, industry, { zh: `${name.zh} · 内部`, en: `${name.en} · inside` }),
  id: roomId('in', company),
  access: 'colleagues',
});

/** `co-`, `in-` or `ind-` and the id. A room's id has at most 40 characters too: a longer one ends in its hash. */
function roomId(prefix: 'co' | 'in' | 'ind', id: string): string {
  const whole = `${prefix}-${id}`;
  if (whole.length <= 40) return whole;
  return `${whole.slice(0, 29)}-${createHash('sha256').update(id).digest('hex').slice(0, 10)}`;
}
