import path from 'node:path';
import type { PlaneName, Settings } from '../config.ts';

/**
 * Folders of sealed files that the operator put elsewhere than into the secrets folder, and where they lie in a backup, below
 * the secrets: the place that they have without that setting.
 */
export function sealedFilesOf(
  { environment }: Pick<Settings, 'environment'>,
  plane: PlaneName,
): { from: string; to: string }[] {
  const own = plane === 'members' ? environment.TEAHOUSE_MEMBERS_FILES : undefined;
  return own ? [{ from: path.resolve(own), to: 'files' }] : [];
}

/** The migrations of a plane, as they came with this program. */
export const migrationsOf = ({ root }: Pick<Settings, 'root'>, plane: PlaneName): string =>
  path.join(root, 'packages', plane, 'migrations');

/** Where a restore builds a plane before it puts it in its place. */
export const stageOf = (settings: Settings, plane: PlaneName): string =>
  path.join(settings.data, `${plane}.restoring`);
