import { isDeepStrictEqual } from 'node:util';
import { Directory, IssuerDocument } from '@teahouse/contract/talk';
import type { Logger } from '@teahouse/kit/log';
import { LogStoreError } from '@teahouse/kit/log-book';
import type { Pool } from '@teahouse/kit/pool';
import { ProtocolError } from '@teahouse/protocol';
import { LogError } from '@teahouse/protocol/log';
import { claimsOfDirectory, claimsOfIssuer } from '@teahouse/protocol/record';
import { tryLater } from '../errors.ts';
import { type CompanyKeyList, createCompanyKeys } from './company-keys.ts';
import { fetchDocument, fetchLog, type IssuerAddress, parseIssuerUrl } from './fetch.ts';
import { createMirror, type LogMirror } from './mirror.ts';
import { faultOf, faultOfDirectory } from './policy.ts';
import { readDocuments, writeDocument } from './store.ts';
import { type IssuerView, viewOf } from './view.ts';

/** The window between the planes, seen from talk: public documents of the issuer, fetched as any outsider does. */
export interface IssuerWindow {
  /** The last good copy. Throws `unavailable` when there never was one. */
  view(): IssuerView;
  peek(): IssuerView | undefined;
  /** What the documents were found in; it is served, and proofs are made of it. */
  readonly mirror: LogMirror;
  /** The keys of companies, fetched along with both documents; a list that is refused or away leaves those as they are. */
  readonly companyKeys: CompanyKeyList;
  /** Fetches both documents now; false when they could not be had or were refused, and the last copy stays. */
  refresh(): Promise<boolean>;
  /** The same, but at most once a second: for an act whose epoch is not known yet. */
  refreshSoon(): Promise<void>;
}

export interface WindowOptions {
  issuerUrl: string;
  /** Folder of the copy of the issuer's log. */
  issuerLog: string;
  pool: Pool;
  log: Logger;
  /** Called before every change, and once with what the database had; when it fails the last copy stays. */
  onChange: (view: IssuerView) => Promise<void>;
}

interface Documents {
  readonly directory: Directory;
  readonly issuer: IssuerDocument;
}

/**
 * Opens the window with the last good copies of the database; does not wait for the issuer. Throws what `onChange`
 * throws about those.
 */
export async function openWindow(options: WindowOptions): Promise<IssuerWindow> {
  const { issuerUrl, pool, log, onChange } = options;
  const address = issuerUrl === '' ? undefined : parseIssuerUrl(issuerUrl);
  const fetch = address ? fetchLog(address) : async () => undefined;
  const mirror = createMirror({ pool, dir: options.issuerLog, fetch });
  const companyKeys = createCompanyKeys({ pool, log, mirror, address });
  let view: IssuerView | undefined;
  let running: Promise<boolean> | undefined;
  let next: Promise<boolean> | undefined;
  let restUntil = 0;
  /** What was wrong at the last look: said once, not every minute. */
  let trouble: string | undefined;

  async function load(): Promise<void> {
    const stored = await readDocuments(pool);
    const directory = Directory.safeParse(stored.directory);
    const issuer = IssuerDocument.safeParse(stored.issuer);
    companyKeys.load(stored['company-keys']);
    if (!directory.success || !issuer.success) return;
    await mirror.use(issuer.data.log);
    await change({ directory: directory.data, issuer: issuer.data });
  }

  async function change({ directory, issuer }: Documents): Promise<void> {
    const next = viewOf(directory, issuer);
    await onChange(next);
    view = next;
  }

  async function fetchBoth(from: IssuerAddress): Promise<Documents> {
    const [directory, issuer] = await Promise.all([
      fetchDocument(from, '/public/directory').then((raw) => Directory.parse(raw)),
      fetchDocument(from, '/public/issuer').then((raw) => IssuerDocument.parse(raw)),
    ]);
    return { directory, issuer };
  }

  /** Follows the log, and sees whether it holds all that the documents say. Null when they may be believed. */
  async function faultOfBoth({ directory, issuer }: Documents): Promise<string | null> {
    const fault = faultOf(issuer, view?.document) ?? faultOfDirectory(directory, view?.directory);
    if (fault) return fault;
    try {
      await mirror.use(issuer.log);
      await mirror.refresh();
      await mirror.require([...claimsOfIssuer(issuer), ...claimsOfDirectory(directory)]);
      return null;
    } catch (error) {
      if (error instanceof LogError || error instanceof ProtocolError) return error.code;
      throw error;
    }
  }

  async function look(): Promise<boolean> {
    if (!address) return false;
    const documents = await fetchBoth(address);
    const fault = await faultOfBoth(documents);
    if (fault) {
      // Behind: the log will hold it in a moment.
      if (fault !== trouble && fault !== 'log-behind') log.warn('issuer-document-refused', { fault });
      trouble = fault;
      return false;
    }
    trouble = undefined;
    await companyKeys.refresh();
    const isKnown = isDeepStrictEqual(
      documents,
      view && { directory: view.directory, issuer: view.document },
    );
    if (isKnown) return true;
    await writeDocument(pool, 'directory', documents.directory);
    await writeDocument(pool, 'issuer', documents.issuer);
    await change(documents);
    return true;
  }

  function lookQuietly(): Promise<boolean> {
    return look()
      .catch((error: unknown) => {
        if (error instanceof LogStoreError) log.error('log-not-opened', error);
        // Its address and whatever it answered stay out of the log.
        else if (trouble !== 'away') {
          log.warn('issuer-unreachable', { code: (error as { code?: string }).code ?? 'invalid' });
        }
        trouble = 'away';
        return false;
      })
      .finally(() => {
        running = undefined;
        restUntil = performance.now() + 1000;
      });
  }

  /** Whoever asks while a look is under way gets the next one: the first may have begun before what they wait for. */
  function refresh(): Promise<boolean> {
    next ??= (running ?? Promise.resolve()).then(() => {
      next = undefined;
      running = lookQuietly();
      return running;
    });
    return next;
  }

  await load();
  return {
    view: () => {
      if (!view) throw tryLater('unavailable', 5);
      return view;
    },
    peek: () => view,
    mirror,
    companyKeys,
    refresh,
    async refreshSoon() {
      if (running) await running;
      else if (next || performance.now() >= restUntil) await refresh();
    },
  };
}
