import { existsSync, statSync } from 'node:fs';
import { readManifest } from '../backup/manifest.ts';
import { notedBackups, verifiedOn } from '../backup/note.ts';
import { type PlaneName, planeFolders, planes, type Settings } from '../config.ts';
import { bad, type Finding, good, warning } from './finding.ts';

const DAY = 86_400_000;
/** Days after which the newest backup is too old. */
const OLD = 2;

/** The newest backup of each plane that this data folder knows of: where it lies, how old it is, and whether it was tried. */
export function backupFindings(settings: Settings, now: Date): Finding[] {
  const noted = notedBackups(settings);
  return planes
    .filter((plane) => existsSync(planeFolders(settings, plane).secrets))
    .flatMap((plane) => findingsOf(settings, plane, noted[plane], now));
}

function findingsOf(settings: Settings, plane: PlaneName, folder: string | undefined, now: Date): Finding[] {
  const make = `teahouse backup --plane ${plane} --to DIR`;
  if (folder === undefined) return [warning(`no backup of ${plane} was ever made from here: ${make}`)];
  let day: string;
  try {
    day = readManifest(folder).day;
  } catch {
    return [bad(`the newest backup of ${plane}, ${folder}, can't be read: ${make}`)];
  }
  const age = Math.floor((now.getTime() - Date.parse(day)) / DAY);
  const verified = verifiedOn(folder);
  const found = [
    age > OLD
      ? bad(`the newest backup of ${plane} is ${age} days old: ${make}`)
      : good(`the newest backup of ${plane} is of ${day}`),
    verified === undefined
      ? warning(`it was never tried: teahouse backup --verify ${folder}`)
      : good(`it was restored for a test on ${verified}`),
  ];
  if (statSync(folder).dev === statSync(settings.data).dev) {
    found.push(warning(`it lies on the disk of the data: copy ${folder} to another machine`));
  }
  return found;
}
