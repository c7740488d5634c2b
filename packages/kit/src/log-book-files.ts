import type { LogInfo } from '@teahouse/contract/issuer';
import { type FetchFile, LogError, parseCheckpoint, textOfNote, type Verifier } from '@teahouse/protocol/log';
import { mergeNotes, openCosigned, withLinesOf } from './log-book-witness.ts';
import type { DurableFiles } from './log-store-files.ts';
import { CHECKPOINT, readCovered, readEntry } from './log-store-state.ts';

/** The newest checkpoint that a witness signed. */
const WITNESSED = 'witnessed';
const INFO = 'info';

/** A log as its folder shows it: any process may read it, whoever writes. */
export interface LogFiles {
  size(): Promise<number>;
  checkpoint(): Promise<string>;
  witnessed(): Promise<string | undefined>;
  entry(index: number): Promise<Uint8Array>;
  readonly read: FetchFile;
  /** Keeps a cosigned checkpoint (see `openCosigned`) unless a newer one is kept. One at a time. */
  keep(note: string): Promise<void>;
}

const encoded = (text: string | undefined) => (text === undefined ? text : new TextEncoder().encode(text));
const sizeOf = (note: string) => parseCheckpoint(textOfNote(note)).size;

/** Reads the folder of a log whose keys these are. */
export function logFiles(i: {
  files: DurableFiles;
  info: LogInfo;
  own: Verifier;
  witnesses: readonly Verifier[];
}): LogFiles {
  const { files, info, own, witnesses } = i;

  async function text(path: string): Promise<string | undefined> {
    const bytes = await files.read(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  async function signed(): Promise<string> {
    const note = await text(CHECKPOINT);
    if (note === undefined) throw new LogError('checkpoint-missing', 'the folder has no checkpoint');
    return note;
  }

  /** Of witnesses that are not known any more nothing is shown. */
  async function witnessed(): Promise<string | undefined> {
    const kept = await text(WITNESSED);
    if (kept === undefined || withLinesOf(kept, witnesses).n === 0) return undefined;
    return withLinesOf(kept, [own, ...witnesses]).note;
  }

  async function checkpoint(): Promise<string> {
    const [note, cosigned] = await Promise.all([signed(), witnessed()]);
    const isSame = cosigned !== undefined && textOfNote(cosigned) === textOfNote(note);
    return isSame ? mergeNotes(note, cosigned, [own, ...witnesses]) : note;
  }

  const size = async () => sizeOf(await signed());

  async function read(path: string): Promise<Uint8Array | undefined> {
    if (path === CHECKPOINT) return encoded(await checkpoint());
    if (path === WITNESSED) return encoded(await witnessed());
    if (path === INFO) return encoded(`${JSON.stringify(info)}\n`);
    return readCovered(files, path, await size());
  }

  async function keep(note: string): Promise<void> {
    const origin = info.origin;
    const opened = await openCosigned({ note, origin, own, witnesses, fetch: read, size: await size() });
    const kept = await witnessed();
    if (kept !== undefined && sizeOf(kept) > opened.size) return;
    const isSame = kept !== undefined && sizeOf(kept) === opened.size;
    const merged = isSame ? mergeNotes(kept, opened.note, [own, ...witnesses]) : opened.note;
    await files.write([{ path: WITNESSED, bytes: new TextEncoder().encode(merged) }]);
  }

  return {
    size,
    checkpoint,
    witnessed,
    async entry(index) {
      const now = await size();
      return readEntry((path) => readCovered(files, path, now), index, now);
    },
    read,
    keep,
  };
}
