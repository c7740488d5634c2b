import { Directory, IssuerDocument } from '@teahouse/contract/issuer';
import { membersPaths, membersPrefix } from '@teahouse/contract/members/paths';
import { Info, talkPaths, talkPrefix } from '@teahouse/contract/talk';
import { equal, ProtocolError } from '@teahouse/protocol';
import { type ClaimedEntry, leafHash } from '@teahouse/protocol/log';
import { claimsOfDirectory, claimsOfIssuer, claimsOfTokenKeys } from '@teahouse/protocol/record';
import type { AuditedLog } from './audit.ts';
import type { Fault } from './faults.ts';
import { parseJson } from './keys.ts';
import { type Source, UnreadableError } from './source.ts';
import type { Instance } from './targets.ts';

/** The documents that both planes serve, fetched before the logs: what they say must be in a log by then. */
export interface Documents {
  /** Members' own first, then the copy that talk shows; of both kinds. */
  readonly issuer: readonly Placed<IssuerDocument>[];
  readonly directory: readonly Placed<Directory>[];
  readonly info: Placed<Info>;
}

interface Placed<T> {
  readonly place: string;
  readonly value: T;
}

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

const pathOf = (route: string) => route.split(' ')[1] ?? '';

/** Throws UnreadableError when one of them isn't there or has another form. */
export async function fetchDocuments({ web }: Instance): Promise<Documents> {
  const get = <T>(file: string, schema: Schema<T>) => fetchDocument(web, file.slice(1), schema);
  const members = (route: string) => membersPrefix + pathOf(route);
  const talk = (route: string) => talkPrefix + pathOf(route);
  const issuer = [members(membersPaths.issuer), talk(talkPaths.issuer)];
  const directory = [members(membersPaths.directory), talk(talkPaths.directory)];
  return {
    // Before the directories, which may then be newer than these but not older.
    issuer: await Promise.all(issuer.map((file) => get(file, IssuerDocument))),
    directory: await Promise.all(directory.map((file) => get(file, Directory))),
    info: await get(talk(talkPaths.info), Info),
  };
}

async function fetchDocument<T>(web: Source, file: string, schema: Schema<T>): Promise<Placed<T>> {
  const place = `${web.place}/${file}`;
  const bytes = await web.fetch(file);
  if (!bytes) throw new UnreadableError(`${place} is not there`);
  const parsed = schema.safeParse(parseJson(bytes));
  if (!parsed.success) throw new UnreadableError(`${place} has not the form of this version`);
  return { place, value: parsed.data };
}

/** Whether what the issuer's documents say, and all of what the log says, is the same. */
export function checkIssuer(documents: Documents, log: AuditedLog): Fault[] {
  return [
    ...documents.issuer.flatMap(({ place, value }) => [
      ...infoFaults(place, value.log, log),
      ...claimFaults(place, log, () => claimsOfIssuer(value)),
      ...hiddenEpochs(place, value, log),
    ]),
    ...documents.directory.flatMap(({ place, value }, plane) => [
      ...claimFaults(place, log, () => claimsOfDirectory(value)),
      ...oldDirectory(place, value, documents.issuer[plane]?.value, log),
    ]),
  ];
}

/** The same for what talk says of itself. */
export function checkInfo({ info: { place, value } }: Documents, log: AuditedLog): Fault[] {
  const claims = () => claimsOfTokenKeys(value.instance, value.tokenKeys);
  return [...infoFaults(place, value.log, log), ...claimFaults(place, log, claims)];
}

function infoFaults(place: string, named: { origin: string; key: string }, { keys }: AuditedLog): Fault[] {
  if (named.key === keys.key && named.origin === keys.origin) return [];
  return [{ place, code: 'other-log', message: `it names another log or key than ${keys.origin}` }];
}

function claimFaults(place: string, { leaves }: AuditedLog, claims: () => ClaimedEntry[]): Fault[] {
  const notInLog = (message: string): Fault => ({ place, code: 'not-in-log', message });
  try {
    return claims().flatMap(({ index, entry }) => {
      const leaf = leaves[index];
      if (leaf && equal(leaf, leafHash(entry))) return [];
      return [
        notInLog(`what it says is not what stands at entry ${index}${leaf ? '' : ', which is not there'}`),
      ];
    });
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return [notInLog(`no log can hold what it says: ${error.message}`)];
  }
}

/** A document may be a little older than the log, but may leave out nothing before the newest that it names. */
function hiddenEpochs(place: string, { openings, keys }: IssuerDocument, { summary }: AuditedLog): Fault[] {
  const newest = Math.max(-1, ...openings.map(({ logged }) => logged), ...keys.map(({ logged }) => logged));
  const shown = new Set(openings.map(({ logged }) => logged));
  return (summary.issuer?.epochs ?? [])
    .filter(({ index }) => index <= newest && !shown.has(index))
    .map(({ epoch }) => ({ place, code: 'epoch-hidden', message: `it leaves out epoch ${epoch}` }));
}

/** A directory may be a little older than the log, but not than the newest epoch that the same plane names. */
function oldDirectory(
  place: string,
  directory: Directory,
  document: IssuerDocument | undefined,
  { summary }: AuditedLog,
): Fault[] {
  const opened = Math.max(-1, ...(document?.openings ?? []).map(({ logged }) => logged));
  const needed = summary.issuer?.directories.findLast(({ index }) => index < opened);
  if (!needed || directory.logged >= needed.index) return [];
  const message = `it is of entry ${directory.logged}, but its newest epoch has the one of entry ${needed.index}`;
  return [{ place, code: 'directory-old', message }];
}
