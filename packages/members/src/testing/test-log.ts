import type { Directory, IssuerDocument } from '@teahouse/contract/issuer';
import { membersPrefix } from '@teahouse/contract/members';
import { type Audit, auditLog, type FetchFile, followLog, parseVerifier } from '@teahouse/protocol/log';
import {
  claimsOfDirectory,
  claimsOfIssuer,
  createRecordAudit,
  decodeEntry,
  type Entry,
  type RecordSummary,
} from '@teahouse/protocol/record';
import type { Members } from '../app.ts';

/** The issuer's log as anyone gets it over HTTP. */
export const logOver =
  (members: Members): FetchFile =>
  async (path) => {
    const reply = await members.app.inject(`${membersPrefix}/log/${path}`);
    return reply.statusCode === 200 ? new Uint8Array(reply.rawPayload) : undefined;
  };

export const typesOf = (entries: readonly Entry[]): string[] => entries.map(({ type }) => type);

export interface ReadLog {
  audit: Audit;
  entries: Entry[];
  summary: RecordSummary;
}

/** An outsider's audit of the whole log, with `previous` also that this checkpoint is its beginning. */
export async function readLog(members: Members, previous?: Audit): Promise<ReadLog> {
  const { info } = members.context.book;
  const audit = await auditLog({
    fetch: logOver(members),
    origin: info.origin,
    verifiers: [parseVerifier(info.key)],
    previous: previous?.checkpoint,
  });
  const record = createRecordAudit({ plane: 'issuer', instance: members.context.instance });
  const entries: Entry[] = [];
  for await (const { index, entry } of audit.entries()) {
    record.next(index, entry);
    entries.push(decodeEntry(entry));
  }
  return { audit, entries, summary: record.finish() };
}

/** What a client does with both documents. */
export async function follow(members: Members): Promise<void> {
  const get = async (path: string) => (await members.app.inject(membersPrefix + path)).json();
  const document: IssuerDocument = await get('/public/issuer');
  const directory: Directory = await get('/public/directory');
  const { origin, key } = document.log;
  const claims = [...claimsOfIssuer(document), ...claimsOfDirectory(directory)];
  await followLog({ fetch: logOver(members), origin, verifiers: [parseVerifier(key)], claims });
}
