import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LogInfo } from '@teahouse/contract/issuer';
import {
  encodeVerifier,
  type FetchFile,
  LogError,
  noteSigner,
  parseVerifier,
  type SignatureType,
  type Verifier,
} from '@teahouse/protocol/log';
import { type Source, UnreadableError } from './source.ts';

/** What a log says of itself, and the keys it is checked with. */
export interface LogKeys {
  readonly info: LogInfo | undefined;
  readonly origin: string;
  /** The key of the log, as C2SP signed-note writes it. */
  readonly key: string;
  /** Who says that it is the key: whoever asked, the secrets folder beside the log, or only the log itself. */
  readonly trust: 'named' | 'own' | 'taken';
  /** The log's key and its witnesses'. */
  readonly verifiers: readonly Verifier[];
}

/** What stands beside a log as `info`; undefined where nothing does. Throws UnreadableError for anything else. */
export async function readInfo({ fetch, place }: Source): Promise<LogInfo | undefined> {
  const bytes = await fetch('info');
  if (!bytes) return undefined;
  const parsed = LogInfo.safeParse(parseJson(bytes));
  if (!parsed.success) throw new UnreadableError(`${place}/info is not what a log says of itself`);
  return parsed.data;
}

/** The value of JSON bytes; undefined where they are none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** The keys of a command line: of logs, or of witnesses. Throws UnreadableError for one that is none. */
export function parseKeys(texts: readonly string[], type: SignatureType = 'ed25519'): Verifier[] {
  return texts.map((text) => {
    try {
      const verifier = parseVerifier(text.trim());
      if (verifier.type === type) return verifier;
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
    }
    const what = type === 'ed25519' ? 'a log' : 'a witness';
    throw new UnreadableError(`"${text}" is not the key of ${what}: NAME+12345678+BASE64`);
  });
}

/**
 * The keys to check a log with: the one that was named for its origin, else the plane's own, else the one that the log
 * names itself. Throws UnreadableError where there is none.
 */
export async function keysOf(source: Source, named: readonly Verifier[]): Promise<LogKeys> {
  const info = await readInfo(source);
  const origin = info?.origin ?? (await originOf(source.fetch));
  if (origin === undefined) throw new UnreadableError(`There is no log at ${source.place}`);
  const asked = named.find(({ name }) => name === origin);
  const own = asked ?? ownKey(source, origin);
  const key = own ? encodeVerifier(own) : info?.key;
  if (key === undefined) throw new UnreadableError(`The key of ${origin} is not there: name it with --key`);
  const [log] = parseKeys([key]);
  const witnesses = parseKeys(info?.witnesses ?? [], 'cosignature');
  const trust = asked ? 'named' : own ? 'own' : 'taken';
  return { info, origin, key, trust, verifiers: [log as Verifier, ...witnesses] };
}

/** The key of a plane whose folder this is; undefined where it can't be read, as by anybody but the operator. */
function ownKey({ secrets }: Source, origin: string): Verifier | undefined {
  try {
    const key = secrets && readFileSync(path.join(secrets, 'log.key'));
    return key ? noteSigner(origin, new Uint8Array(key)).verifier : undefined;
  } catch {
    return undefined;
  }
}

/** The first line of the checkpoint, which the signature then vouches for. */
async function originOf(fetch: FetchFile): Promise<string | undefined> {
  const bytes = await fetch('checkpoint');
  return bytes && new TextDecoder().decode(bytes).split('\n', 1)[0];
}
