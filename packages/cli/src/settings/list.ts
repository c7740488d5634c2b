import type { SettingDescription } from '@teahouse/kit/config';
import { describeHouse, type PlaneName, planes, type Settings } from '../config.ts';
import { askPlane, operatorName, settingsProgram, toldByTheHouse } from './planes.ts';
import type { Source } from './sources.ts';

/** A setting as `teahouse config` shows it. */
export interface ShownSetting extends Omit<SettingDescription, 'default'> {
  /** Whom it reaches. */
  readonly reaches: 'house' | PlaneName;
  /** What holds; of a secret only `set` or `not set`. */
  readonly value: string | null;
  readonly default: string | null;
  readonly source: Source;
}

/** All settings, the house's first. Asks the planes' own programs for theirs. */
export async function listSettings(
  settings: Settings,
  programOf: (plane: PlaneName) => string = (plane) => settingsProgram(settings.root, plane),
): Promise<ShownSetting[]> {
  const show = (reaches: ShownSetting['reaches'], one: SettingDescription): ShownSetting => {
    const source = settings.sourceOf(one.variable);
    const given = settings.environment[one.variable];
    const isSet = source !== 'default';
    const open = isSet ? (given ?? null) : (one.default ?? null);
    return {
      ...one,
      reaches,
      source,
      default: one.default ?? null,
      value: one.secret ? (isSet ? 'set' : 'not set') : open,
    };
  };
  const house = describeHouse().map((one) => show('house', one));
  const known = new Set(house.map(({ variable }) => variable));
  const ofPlane = async (plane: PlaneName) => {
    const { settings: all } = await askPlane(programOf(plane), { PATH: process.env.PATH });
    return all
      .filter(({ variable }) => !toldByTheHouse.has(variable))
      .map((one) => ({ ...one, variable: operatorName(plane, one.variable) }))
      .filter(({ variable }) => !known.has(variable))
      .map((one) => show(plane, one));
  };
  return [...house, ...(await Promise.all(planes.map(ofPlane))).flat()];
}
