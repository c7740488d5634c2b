import { isDeepStrictEqual } from 'node:util';
import { Directory, IssuerDocument } from '@teahouse/contract/talk';
import type { Logger } from '@teahouse/kit/log';
import type { Pool } from '@teahouse/kit/pool';
import { tryLater } from '../errors.ts';
import { fetchDocument, parseIssuerUrl } from './fetch.ts';
import { faultOf } from './policy.ts';
import { type DocumentName, readDocuments, writeDocument } from './store.ts';
import { type IssuerView, viewOf } from './view.ts';

/** The window between the planes, seen from talk: public documents of the issuer, fetched as any outsider does. */
export interface IssuerWindow {
  /** The last good copy. Throws `unavailable` when there never was one. */
  view(): IssuerView;
  peek(): IssuerView | undefined;
  /** Fetches both documents now; false when they could not be had or were refused, and the last copy stays. */
  refresh(): Promise<boolean>;
  /** The same, but at most once a second: for an act whose epoch is not known yet. */
  refreshSoon(): Promise<void>;
}

export interface WindowOptions {
  issuerUrl: string;
  pool: Pool;
  log: Logger;
  /** Called after every change, and once with what the database had. */
  onChange: (view: IssuerView) => Promise<void>;
}

/** Opens the window with the last good copies of the database; does not wait for the issuer. */
export async function openWindow({ issuerUrl, pool, log, onChange }: WindowOptions): Promise<IssuerWindow> {
  const address = issuerUrl === '' ? undefined : parseIssuerUrl(issuerUrl);
  let view: IssuerView | undefined;
  let running: Promise<boolean> | undefined;
  let restUntil = 0;
  let away = false;

  async function load(): Promise<boolean> {
    const stored = await readDocuments(pool);
    const directory = Directory.safeParse(stored.directory);
    const issuer = IssuerDocument.safeParse(stored.issuer);
    if (directory.success && issuer.success) await change(viewOf(directory.data, issuer.data));
    return view !== undefined;
  }

  async function change(next: IssuerView): Promise<void> {
    view = next;
    await onChange(next);
  }

  async function fetchBoth(): Promise<boolean> {
    if (!address) return false;
    const [directory, issuer] = await Promise.all([
      fetchDocument(address, '/public/directory').then((raw) => Directory.parse(raw)),
      fetchDocument(address, '/public/issuer').then((raw) => IssuerDocument.parse(raw)),
    ]);
    away = false;
    const fault = faultOf(issuer, view?.document);
    if (fault) {
      log.warn('issuer-document-refused', { fault });
      return false;
    }
    const unchanged =
      isDeepStrictEqual(directory, view?.directory) && isDeepStrictEqual(issuer, view?.document);
    if (unchanged) return true;
    await keep({ directory, issuer });
    await change(viewOf(directory, issuer));
    return true;
  }

  async function keep(documents: Record<DocumentName, unknown>): Promise<void> {
    await writeDocument(pool, 'directory', documents.directory);
    await writeDocument(pool, 'issuer', documents.issuer);
  }

  function refresh(): Promise<boolean> {
    running ??= fetchBoth()
      .catch((error: unknown) => {
        // Said once, not every minute. Its address and whatever it answered stay out of the log.
        if (!away) log.warn('issuer-unreachable', { code: (error as { code?: string }).code ?? 'invalid' });
        away = true;
        return false;
      })
      .finally(() => {
        running = undefined;
        restUntil = performance.now() + 1000;
      });
    return running;
  }

  await load();
  return {
    view: () => {
      if (!view) throw tryLater('unavailable', 5);
      return view;
    },
    peek: () => view,
    refresh,
    async refreshSoon() {
      if (running || performance.now() >= restUntil) await refresh();
    },
  };
}
