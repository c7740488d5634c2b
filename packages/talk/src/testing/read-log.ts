import { LogInfo } from '@teahouse/contract/talk';
import { auditLog, parseVerifier } from '@teahouse/protocol/log';
import { createRecordAudit, decodeEntry, type Entry } from '@teahouse/protocol/record';
import type { Talk } from '../app.ts';
import { instance } from './town.ts';

/** A file of talk's own log as anyone gets it. */
export const logFile =
  (talk: Pick<Talk, 'app'>) =>
  async (path: string): Promise<Uint8Array | undefined> => {
    const answer = await talk.app.inject({ url: `/api/talk/log/${path}` });
    return answer.statusCode === 200 ? new Uint8Array(answer.rawPayload) : undefined;
  };

/** Audits talk's own log whole, as an outsider does. Throws where its tree or what it records is not in order. */
export async function readLog(talk: Pick<Talk, 'app'>): Promise<Entry[]> {
  const fetch = logFile(talk);
  const info = LogInfo.parse(JSON.parse(new TextDecoder().decode(await fetch('info'))));
  const audit = await auditLog({ fetch, origin: info.origin, verifiers: [parseVerifier(info.key)] });
  const record = createRecordAudit({ plane: 'talk', instance });
  const entries: Entry[] = [];
  for await (const { index, entry } of audit.entries()) {
    record.next(index, entry);
    entries.push(decodeEntry(entry));
  }
  const { faults } = record.finish();
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return entries;
}

export type EntryOf<T extends Entry['type']> = Extract<Entry, { type: T }>;

/** The entries of one type, in order, each with its index. */
export async function entriesOf<T extends Entry['type']>(
  talk: Pick<Talk, 'app'>,
  type: T,
): Promise<{ index: number; entry: EntryOf<T> }[]> {
  const numbered = (await readLog(talk)).map((entry, index) => ({ index, entry }));
  return numbered.filter((one): one is { index: number; entry: EntryOf<T> } => one.entry.type === type);
}
