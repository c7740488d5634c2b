import { matching } from '@teahouse/protocol';
import type { IssuerView } from '../window/view.ts';
import { companyRoom, fixedRooms, industryRoom, insideRoom, type RoomPlan } from './fixed.ts';

/**
 * All rooms that the public documents open: the fixed ones, one for each industry, and two for each company of which
 * at least `floor` hold a `current` credential in some epoch (product.md T1). A room once open is never closed.
 */
export function roomsFor(view: IssuerView | undefined, floor: number): RoomPlan[] {
  if (!view) return [...fixedRooms];
  const industries = view.directory.industries.map(({ id, name }) => industryRoom(id, name));
  const companies = view.directory.companies
    .filter(({ id }) => reachesFloor(view, id, floor))
    .flatMap(({ id, industry, name }) => [companyRoom(id, industry, name), insideRoom(id, industry, name)]);
  return [...fixedRooms, ...industries, ...companies];
}

function reachesFloor(view: IssuerView, company: string, floor: number): boolean {
  return [...view.countsOf].some(
    ([epoch, counts]) => matching({ kind: 'company', epoch, company, standing: 'current' }, counts) >= floor,
  );
}
