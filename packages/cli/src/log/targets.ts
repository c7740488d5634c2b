import { existsSync } from 'node:fs';
import path from 'node:path';
import { membersPrefix } from '@teahouse/contract/members/paths';
import { talkPrefix } from '@teahouse/contract/talk/paths';
import { folderSource, httpSource, type Source, UnreadableError } from './source.ts';

/** What a command was pointed at. */
export interface Target {
  /** The logs themselves, the issuer's first. */
  readonly logs: readonly Source[];
  /** A whole instance behind its web origin: its documents can be compared with the logs. */
  readonly instance: Instance | undefined;
}

export interface Instance {
  readonly origin: string;
  readonly issuer: Source;
  readonly talk: Source;
  /** Talk's copy of the issuer's log: what the anonymous half is shown. No entries. */
  readonly mirror: Source;
  /** Files of the web app, and the planes' documents below `api/`. */
  readonly web: Source;
}

/**
 * Finds the logs at an address or in a folder: an instance's origin has both, any other address is one log; a folder is
 * one log, or the data folder of an instance. Throws UnreadableError.
 */
export function findLogs(place: string): Target {
  if (/^https?:\/\//.test(place)) return findOnline(place);
  if (existsSync(path.join(place, 'checkpoint'))) return { logs: [folderSource(place)], instance: undefined };
  const logs = ['members', 'talk']
    .map((plane) => path.join(place, plane, 'public-log'))
    .filter((folder) => existsSync(path.join(folder, 'checkpoint')));
  if (logs.length === 0)
    throw new UnreadableError(`There is no log in ${place}: neither checkpoint nor data folder`);
  return { logs: logs.map(folderSource), instance: undefined };
}

function findOnline(place: string): Target {
  if (!URL.canParse(place)) throw new UnreadableError(`${place} is no address`);
  const { origin, pathname } = new URL(place);
  if (pathname !== '/') return { logs: [httpSource(place)], instance: undefined };
  const at = (prefix: string) => httpSource(origin + prefix);
  const [issuer, talk] = [at(`${membersPrefix}/log`), at(`${talkPrefix}/log`)];
  const instance = { origin, issuer, talk, mirror: at(`${talkPrefix}/issuer/log`), web: httpSource(origin) };
  return { logs: [issuer, talk], instance };
}
