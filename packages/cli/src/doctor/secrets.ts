import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../backup/secrets.ts';
import { planeFolders, planes, type Settings } from '../config.ts';
import { bad, type Finding, good } from './finding.ts';

/** Keys that other accounts of the machine can read are no secrets. */
export function secretFindings(settings: Settings): Finding[] {
  return planes.flatMap((plane) => {
    const { secrets } = planeFolders(settings, plane);
    if (!existsSync(secrets)) return [];
    const isOpen = (file: string) => (statSync(file).mode & 0o077) !== 0;
    if (isOpen(secrets)) return [bad(`${secrets} is open to others: chmod 700 it`)];
    const open = filesBelow(secrets)
      .filter((name) => name.endsWith('.key') || name.endsWith('.token'))
      .filter((name) => isOpen(path.join(secrets, name)));
    return [
      open.length > 0
        ? bad(`${open.join(', ')} in ${secrets} can be read by others: chmod 600`)
        : good(`secrets of ${plane} are private`),
    ];
  });
}
