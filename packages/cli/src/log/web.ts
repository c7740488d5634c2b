import { createHash } from 'node:crypto';
import { parseWebManifest, WEB_MANIFEST, webAppOf } from '../web-app.ts';
import type { AuditedLog } from './audit.ts';
import type { Fault } from './faults.ts';
import type { Source } from './source.ts';

/** The web app that an instance serves to us, beside what talk's log holds of it. */
export interface WebReport {
  readonly place: string;
  readonly files: number;
  /** Index of the entry that it was compared with; undefined where the log holds none. */
  readonly index: number | undefined;
  readonly faults: readonly Fault[];
}

/** Files of an app at most; ours has some sixty. */
const MOST_FILES = 2000;
const AT_ONCE = 8;

/**
 * Downloads every file that the manifest lists and compares: each with its hash, all together with the newest `web` entry.
 * It shows what was served to us and just now, and not what another one was served.
 */
export async function checkWeb(web: Source, log: AuditedLog): Promise<WebReport> {
  const place = `${web.place}/${WEB_MANIFEST}`;
  const entry = log.summary.talk?.web.at(-1);
  const fault = (code: string, message: string): Fault => ({ place, code, message });
  const report = (files: number, faults: readonly Fault[]) => ({ place, files, index: entry?.index, faults });
  const bytes = await web.fetch(WEB_MANIFEST);
  if (!entry) return report(0, bytes ? [fault('web-not-logged', 'talk has logged no web app')] : []);
  const files = bytes && parseWebManifest(new TextDecoder().decode(bytes));
  if (!files || files.size > MOST_FILES)
    return report(0, [fault('web-manifest', 'there is no list of the files')]);
  const app = webAppOf(files);
  const isLogged = Buffer.from(app.hash, 'base64url').toString('hex') === entry.hash;
  const faults = isLogged ? [] : [fault('web-differs', `it is not the web app of entry ${entry.index}`)];
  return report(files.size, [...faults, ...(await wrongFiles(web, files))]);
}

async function wrongFiles(web: Source, files: ReadonlyMap<string, string>): Promise<Fault[]> {
  const faults: Fault[] = [];
  // `/` is what a browser asks for first, so it is compared as well.
  const index = files.get('/index.html');
  const queue = [...files, ...(index ? ([['/', index]] as const) : [])].values();
  const work = async () => {
    for (const [file, hash] of queue) {
      const bytes = await web.fetch(file.slice(1));
      const found = bytes && createHash('sha256').update(bytes).digest('hex');
      if (found === hash) continue;
      const message = found ? 'its bytes are not those that are listed' : 'it is listed, but not served';
      faults.push({ place: web.place + file, code: 'web-file', message });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return faults.sort((a, b) => (a.place < b.place ? -1 : 1));
}
